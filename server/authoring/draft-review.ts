import { SunlineError } from '../errors.ts'
import { holds, type Person } from '../identity/actor.ts'
import { isScorecardFile } from '../library/scorecards.ts'
import type { BlastView, DraftView, FileDiff, Label } from '../protocol.ts'
import type { BlastRunRow } from '../store/library-tables.ts'
import { type AuthoringDesk, draftSummary } from './authoring-desk.ts'
import { type DraftedLibrary, draftStates } from './draft-store.ts'
import { fileDiffs } from './file-diffs.ts'
import { withScorecards } from './held-scorecards.ts'

/** From a draft to its publication: what differs, what stands in the way, who said yes. */
export class DraftReviews {
  readonly #desk: AuthoringDesk

  constructor(desk: AuthoringDesk) {
    this.#desk = desk
  }

  /** A draft with everything a reviewer needs. Throws SunlineError 'not found'. */
  async view(person: Person, id: string): Promise<DraftView> {
    const { drafts, versions, publisher, thread } = this.#desk.tools
    const drafted = await drafts.library(id)
    const folder = await this.#desk.folder(drafted)
    const diffs = fileDiffs(withScorecards(await versions.files(drafted.draft.base)), withScorecards(drafted.files))
    const before = await publisher.folder(drafted.draft.base)
    const faults = await thread.do('check', { folder, base: before }).answer
    const changes = faults.length > 0 ? null : await thread.do('changes', { before, after: folder }).answer
    const [run] = await drafts.blastRuns(id)
    const reviews = await drafts.reviews(id)
    const blast = run ? blastView(run, drafted.version) : null
    return {
      ...draftSummary(drafted.draft),
      base: drafted.draft.base,
      version: drafted.version,
      behind: drafted.draft.base !== publisher.used && drafted.draft.status !== 'published',
      faults: faults.slice(0, 200),
      changes: changes ?? [],
      diffs,
      reviews: reviews.map(({ reviewer_name: reviewerName, approved, note, at, version }) => ({ reviewerName, note, at, approved: approved === 1, stands: version === drafted.version })),
      blast,
      may: {
        change: drafted.draft.status === 'open',
        decide: drafted.draft.status === 'review' && holds(person, 'library:approve') && !(this.#desk.tools.fourEyes && drafted.draft.author === person.id),
        publish: drafted.draft.status === 'approved' && holds(person, 'library:approve'),
      },
      heardInCalls: diffs.some(({ path }) => !isScorecardFile(path)),
      obstacles: this.#obstacles(person, drafted, faults.length, diffs, blast),
    }
  }

  /** Hands an open draft on for review. Throws SunlineError 'invalid payload' for one with faults or without a change. */
  async submit(id: string): Promise<void> {
    const { drafts, publisher, thread, now } = this.#desk.tools
    const drafted = await drafts.library(id)
    if (drafted.version === drafted.draft.base) throw new SunlineError('invalid payload', 'the draft changes nothing yet', 'id', '草稿还没有任何改动')
    const [fault] = await thread.do('check', { folder: await this.#desk.folder(drafted), base: await publisher.folder(drafted.draft.base) }).answer
    if (fault) throw new SunlineError('invalid payload', `${fault.file}:${String(fault.line)}: ${fault.message}`, 'id', `${fault.file} 第 ${String(fault.line)} 行：${fault.zh}`)
    await drafts.setStatus(id, ['open'], 'review', now())
  }

  /** Takes a draft back from its review to go on changing it. */
  async takeBack(id: string): Promise<void> {
    await this.#desk.tools.drafts.setStatus(id, ['review', 'approved'], 'open', this.#desk.tools.now())
  }

  async discard(id: string): Promise<void> {
    await this.#desk.cancelBlast(id)
    await this.#desk.tools.drafts.setStatus(id, ['open', 'review', 'approved'], 'discarded', this.#desk.tools.now())
  }

  /** Says yes or no to a draft under review. Throws SunlineError 'forbidden' or 'conflict' naming the first thing that stands in the way of a yes. */
  async decide(person: Person, id: string, approved: boolean, note: string): Promise<void> {
    const { drafts, now } = this.#desk.tools
    const { status, version, obstacles } = await this.view(person, id)
    if (status !== 'review') throw new SunlineError('conflict', `this draft is ${status}, not under review`, 'id', `这份草稿${draftStates[status]}，不是待批准`)
    const [obstacle] = obstacles
    if (approved && obstacle) throw new SunlineError('conflict', obstacle.en, 'id', obstacle.zh)
    // Of two who decide at once, the first counts.
    await drafts.setStatus(id, ['review'], approved ? 'approved' : 'open', now())
    await drafts.review({ draft: id, version, reviewer: person.id, reviewer_name: person.name, approved: approved ? 1 : 0, note, at: now() })
  }

  /** Publishes an approved draft now or at a time, ms since the epoch. Throws SunlineError 'conflict' when the words in use have changed since it began, 'invalid payload' for a time that is past; then it stays approved. */
  async publish(person: Person, id: string, at: number | null): Promise<void> {
    const { drafts, versions, publisher, now } = this.#desk.tools
    const drafted = await drafts.library(id)
    const { draft, version, files } = drafted
    const approval = (await drafts.reviews(id)).findLast((review) => review.approved === 1 && review.version === version)
    if (draft.status !== 'approved' || !approval) throw new SunlineError('conflict', 'this draft is not approved as it stands', 'id', '这份草稿现在的样子还没有人批准')
    if (draft.base !== publisher.used) throw new SunlineError('conflict', 'the words in use have changed since this draft began; bring it up to date first', 'id', '线上话术已经变了，先把草稿更新到线上版本')
    await versions.keep(files, now())
    await drafts.setStatus(id, ['approved'], 'published', now())
    try {
      await publisher.publish(person, { version, kind: 'draft', draft: id, title: draft.title, approverName: approval.reviewer_name, at })
    } catch (error) {
      await drafts.setStatus(id, ['published'], 'approved', now())
      throw error
    }
  }

  /** Lets a draft begin from the words in use. Throws SunlineError 'conflict' naming the files that both have changed. */
  async update(id: string): Promise<void> {
    await this.#desk.tools.drafts.rebase(id, this.#desk.tools.publisher.used, this.#desk.tools.now())
  }

  #obstacles(person: Person, { draft }: DraftedLibrary, faults: number, diffs: readonly FileDiff[], blast: BlastView | null): readonly Label[] {
    const { fourEyes, publisher } = this.#desk.tools
    const found: Label[] = []
    if (!holds(person, 'library:approve')) found.push({ zh: '只有质检主管可以批准', en: 'only a QA lead may approve' })
    if (fourEyes && draft.author === person.id) found.push({ zh: '要由另一个人来批准', en: 'somebody else than the author must approve' })
    if (faults > 0) found.push({ zh: `还有 ${String(faults)} 处错误`, en: `it has ${String(faults)} fault(s)` })
    if (diffs.length === 0) found.push({ zh: '还没有任何改动', en: 'it changes nothing yet' })
    if (draft.base !== publisher.used) found.push({ zh: '线上话术已经变了，先更新草稿', en: 'the words in use have changed since it began; bring it up to date first' })
    // Calls hear nothing of a scorecard.
    if (diffs.some(({ path }) => !isScorecardFile(path)) && (blast?.status !== 'done' || !blast.stands)) found.push({ zh: '先用历史通话试跑这份草稿', en: 'try it on stored calls first, as it stands now' })
    return found
  }
}

function blastView(row: BlastRunRow, version: string): BlastView {
  const { id, status, looked, total, started_at: startedAt, ended_at: endedAt, fault, result } = row
  return { id, status, looked, total, startedAt, endedAt, fault: fault === null ? null : faultLabel(fault), stands: row.version === version, result: result === null ? null : (JSON.parse(result) as BlastView['result']) }
}

/** Earlier versions of the program kept the English sentence alone. */
const faultLabel = (fault: string): Label => (fault.startsWith('{') ? (JSON.parse(fault) as Label) : { zh: '服务器日志里有原因', en: fault })
