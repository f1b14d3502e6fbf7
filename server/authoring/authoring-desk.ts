import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { DraftItem, DraftSummary, FoundItem, ItemKind, Label, PublicationView, ScorecardParts, TriedView } from '../protocol.ts'
import type { BlastRunRow, DraftRow } from '../store/library-tables.ts'
import { withValue } from './draft-edit.ts'
import type { DraftedLibrary, DraftStore } from './draft-store.ts'
import { withScorecards } from './held-scorecards.ts'
import { locate, placeFor, withHead } from './locate.ts'
import type { Publisher } from './publisher.ts'
import { layOut, type LibraryFile } from './version-files.ts'
import type { VersionStore } from './version-store.ts'
import type { RemoteWorkshop, UnderWay } from './remote-workshop.ts'

export interface AuthoringTools {
  readonly drafts: DraftStore
  readonly versions: VersionStore
  readonly publisher: Publisher
  /** For what somebody waits for, and for trying drafts on calls. */
  readonly thread: RemoteWorkshop
  readonly trials: RemoteWorkshop
  readonly shelf: string
  readonly schemas: string
  readonly databaseUrl: string
  /** A second person must approve. */
  readonly fourEyes: boolean
  readonly now: () => number
  /** Hears of a trial whose course could not be written down. */
  readonly failed: (error: unknown) => void
}
/** A change of one item. `value` null removes it; `category` says where a new rule goes. */
export interface ItemChange {
  readonly kind: ItemKind
  readonly id: string
  readonly value: unknown
  readonly category: string | null
}
/** Which calls a draft is tried on. */
export interface BlastWish {
  readonly calls: number
  readonly fromAt: number | null
  readonly toAt: number | null
}

/** Drafts of the words: changed, tried, and handed on for review. */
export class AuthoringDesk {
  readonly tools: AuthoringTools
  readonly #running = new Map<string, UnderWay<'blast'>>()
  readonly #changing = new Map<string, Promise<void>>()

  constructor(tools: AuthoringTools) {
    this.tools = tools
  }

  async begin(person: Person, title: string): Promise<DraftSummary> {
    const { drafts, publisher, now } = this.tools
    return draftSummary(await drafts.begin(person, title, publisher.used, now()))
  }

  async list(): Promise<readonly DraftSummary[]> {
    return (await this.tools.drafts.list()).map(draftSummary)
  }

  /** Throws SunlineError 'not found'. */
  async item(draft: string, kind: ItemKind, id: string): Promise<DraftItem> {
    const { drafts, versions } = this.tools
    const { files, draft: { base } } = await drafts.library(draft)
    const found = locate(heldFor(kind, files), kind, id)
    const before = locate(heldFor(kind, await versions.files(base)), kind, id)
    const path = found?.path ?? before?.path
    if (path === undefined) throw new SunlineError('not found', `the library has no ${kind} "${id}"`, 'id', `话术库里没有“${id}”`)
    return { kind, id, path, value: found?.value ?? null, before: before?.value ?? null }
  }

  /** Items that hold the words of a query: in the draft, or in the words it began from while it has faults. */
  async find(draft: string, query: string, kind: ItemKind | null): Promise<readonly FoundItem[]> {
    const { drafts, publisher, thread } = this.tools
    const drafted = await drafts.library(draft)
    return thread.do('find', { folder: await this.folder(drafted), base: await publisher.folder(drafted.draft.base), query, kind }).answer
  }

  /** What the items of a scorecard can be filled in by, in the words that the draft began from. */
  async scorecardParts(draft: string): Promise<ScorecardParts> {
    const { drafts, publisher, thread } = this.tools
    const { base } = await drafts.find(draft)
    return thread.do('scorecard parts', { folder: await publisher.folder(base) }).answer
  }

  /** Changes, adds or removes one item. Throws SunlineError 'not found' for a phrase that no step speaks, 'conflict' for a draft that is not open. */
  change(draft: string, change: ItemChange): Promise<void> {
    return this.inTurn(draft, () => this.#change(draft, change))
  }

  /** Does changes of a draft one after the other: each writes whole files, made of those that it has read. */
  inTurn(draft: string, act: () => Promise<void>): Promise<void> {
    const done = (this.#changing.get(draft) ?? Promise.resolve()).catch(() => undefined).then(act)
    this.#changing.set(draft, done)
    const gone = (): void => {
      if (this.#changing.get(draft) === done) this.#changing.delete(draft)
    }
    done.then(gone, gone)
    return done
  }

  async #change(draft: string, { kind, id, value, category }: ItemChange): Promise<void> {
    const { drafts, now } = this.tools
    const own = (await drafts.library(draft)).files
    // With the first change of a scorecard, all of them come into the draft: a version with some has no others.
    const files = heldFor(kind, own)
    const found = locate(files, kind, id) ?? (kind === 'phrase' || kind === 'scenario' ? null : placeFor(files, kind, id, category))
    if (found === null) throw new SunlineError('not found', `the library has no ${kind} "${id}"; a new one begins in the structure of a flow`, 'id', `话术库里没有“${id}”；新的从“改流程”开始写`)
    const before = textOf(files, found.path) ?? ''
    if (kind === 'scenario' && value === null) throw new SunlineError('invalid payload', 'a scenario cannot be removed here; write the file', 'value', '情况不能在这里删掉；直接改文件')
    const text = withValue(before, found.at, kind === 'scenario' ? withHead(before, value) : (value ?? undefined))
    const along = files.filter((file) => file.path !== found.path && !own.includes(file))
    await drafts.writeAll(draft, [...along, { path: found.path, text: text === '' ? null : text }], now())
  }

  /** Writes a whole file, for what no form covers. Throws SunlineError 'invalid payload' for a path that is no file of the library. */
  async write(draft: string, path: string, text: string): Promise<void> {
    if (!/^(?:(?:[a-z0-9_-]+\/){0,2}[a-z0-9_-]+\.yaml|flows\/[a-z0-9-]+\/[a-z0-9-]+\.json)$/u.test(path)) throw new SunlineError('invalid payload', 'path: expected the path of a YAML file inside the library, or flows/<family>/<id>.json', 'path', '路径应是话术库里的 YAML 文件，或 flows/<类别>/<编号>.json')
    await this.tools.drafts.write(draft, path, text, this.tools.now())
  }

  async try(draft: string, text: string, speaker: 'agent' | 'caller', scenario: string | null): Promise<TriedView> {
    const { drafts, publisher, thread, now } = this.tools
    const drafted = await drafts.library(draft)
    const folders = [await publisher.folder(drafted.draft.base), await this.folder(drafted)]
    const [published, own] = await thread.do('try', { folders, text, speaker, scenario, now: now() }).answer
    if (!published || !own) throw new SunlineError('internal', 'the sentence could not be tried', null, '这句没能试成')
    return { published, draft: own }
  }

  /** Begins to try the draft on stored calls; the draft shows how far it has come. Throws SunlineError 'invalid payload' for a draft with faults. */
  async blast(person: Person, draft: string, { calls, fromAt, toAt }: BlastWish): Promise<void> {
    const { drafts, publisher, thread, trials, databaseUrl, now, failed } = this.tools
    const drafted = await drafts.library(draft)
    const [base, folder] = [await publisher.folder(drafted.draft.base), await this.folder(drafted)]
    const faults = await thread.do('check', { folder, base }).answer
    if (faults.length > 0) throw new SunlineError('invalid payload', `the draft has ${String(faults.length)} fault(s); mend them first`, 'id', `草稿有 ${String(faults.length)} 处错误；先改好`)
    await this.cancelBlast(draft)
    const id = randomUUID()
    const row: BlastRunRow = { id, draft, version: drafted.version, calls, from_at: fromAt, to_at: toAt, status: 'running', looked: 0, total: 0, result: null, fault: null, author: person.id, started_at: now(), ended_at: null }
    await drafts.beginBlast(row)
    const underWay = trials.do('blast', { databaseUrl, base, draft: folder, calls, fromAt, toAt, now: now() }, ({ looked, total }) => void drafts.updateBlast(id, { looked, total }).catch(failed))
    this.#running.set(draft, underWay)
    underWay.answer
      .then(
        (result) => drafts.updateBlast(id, { status: result === null ? 'cancelled' : 'done', result: result && JSON.stringify(result), ended_at: now() }),
        (error: unknown) => drafts.updateBlast(id, { status: 'failed', fault: JSON.stringify(failure(error)), ended_at: now() }),
      )
      .finally(() => {
        if (this.#running.get(draft) === underWay) this.#running.delete(draft)
      })
      .catch(failed)
  }

  /** Stops trying a draft; nothing happens when it is not being tried. */
  async cancelBlast(draft: string): Promise<void> {
    const running = this.#running.get(draft)
    running?.cancel()
    await running?.answer.catch(() => null)
  }

  async history(): Promise<readonly PublicationView[]> {
    const { versions, now } = this.tools
    const current = await versions.current(now())
    return (await versions.history()).map(({ id, version, kind, draft, title, author_name, approver_name, effective_at, created_at, cancelled_at }) => ({
      id, version, kind, draft, title,
      authorName: author_name,
      approverName: approver_name,
      effectiveAt: effective_at,
      createdAt: created_at,
      state: cancelled_at !== null ? 'taken back' : id === current?.id ? 'in use' : effective_at > now() ? 'to come' : 'past',
    }))
  }

  /** The folder of a draft's library, laid out for loading. */
  folder({ files }: Pick<DraftedLibrary, 'files'>): Promise<string> {
    return layOut(files, this.tools.shelf, this.tools.schemas)
  }
}

const heldFor = (kind: ItemKind, files: readonly LibraryFile[]): readonly LibraryFile[] => (kind === 'scorecard' ? withScorecards(files) : files)
const textOf = (files: readonly LibraryFile[], path: string): string | undefined => files.find((file) => file.path === path)?.text

export const draftSummary = ({ id, title, status, author_name, created_at, updated_at }: DraftRow): DraftSummary => ({
  id, title, status,
  authorName: author_name,
  createdAt: created_at,
  updatedAt: updated_at,
})

function failure(error: unknown): Label {
  const unknown: Label = { zh: '服务器日志里有原因', en: 'the log of the server says why' }
  return error instanceof SunlineError ? { zh: error.zh ?? unknown.zh, en: error.message } : unknown
}
