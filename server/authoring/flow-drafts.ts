import type { FlowDefinition } from '../../flows/dialogue.ts'
import { findFlow } from '../../flows/index.ts'
import { SunlineError } from '../errors.ts'
import { homeOf } from '../library/flow-files.ts'
import { jsonFile } from '../library/json-file.ts'
import { loadSchemas, type Schemas } from '../library/schemas.ts'
import type { WordsFile } from '../library/words.ts'
import { isFault } from '../library/yaml-file.ts'
import type { DraftedFlow, FlowDraftView, FlowParts, SpeakablePhrase } from '../protocol.ts'
import type { AuthoringDesk } from './authoring-desk.ts'
import { definitionIn, followingWords, type NewWords, wordsFileOf, wordsIn } from './flow-words.ts'
import { unreadable } from './read-file.ts'
import { spoken } from './readable-text.ts'
import { type NewScenario, scenarioCopy } from './scenario-copy.ts'
import type { LibraryFile } from './version-files.ts'

/** A flow as it shall be; `definition` null: as it comes with the program, or, for a scenario of the library's own, not at all. */
export interface FlowEdit extends NewWords {
  readonly id: string
  readonly definition: unknown
}

/** Drafts of the structure of flows, beside the words that they speak. */
export class FlowDrafts {
  readonly #desk: AuthoringDesk
  #schemas: Schemas | null = null

  constructor(desk: AuthoringDesk) {
    this.#desk = desk
  }

  /** What a flow can be made of, in the words that the draft began from. */
  async parts(draft: string): Promise<FlowParts> {
    const { drafts, publisher, thread } = this.#desk.tools
    const { base } = await drafts.find(draft)
    return thread.do('flow parts', { folder: await publisher.folder(base) }).answer
  }

  /** Throws SunlineError 'not found', 'invalid payload' for a file that cannot be read. */
  async view(draft: string, id: string): Promise<FlowDraftView> {
    const { drafts, versions } = this.#desk.tools
    const { files, draft: { base } } = await drafts.library(draft)
    const definition = flowIn(files, id)
    if (!definition) throw new SunlineError('not found', `there is no flow "${id}"`, 'id', `没有“${id}”这个流程`)
    const words = [wordsFileOf(files, id), wordsFileOf(files, 'interruptions'), wordsFileOf(files, 'common')].flatMap((file) => (file ? [wordsIn(file)] : []))
    const [own] = words
    const names = new Set(Object.values(definition.steps).flatMap((step) => ('phrase' in step ? [step.phrase.split('/')[0] ?? ''] : [])))
    const further = [...names].filter((name) => words.every((each) => each.id !== name)).flatMap((name) => wordsFileOf(files, name) ?? []).map(wordsIn)
    return {
      id,
      definition: definition as DraftedFlow,
      before: flowIn(await versions.files(base), id) as DraftedFlow | null,
      phrases: [...words, ...further].flatMap(speakable),
      wordings: Object.fromEntries(Object.entries(own?.reactions ?? {}).filter(([reaction]) => reaction.startsWith('own:'))),
    }
  }

  /**
   * Changes the structure of a flow, and lets its words follow. Throws SunlineError 'not found' for an unknown flow, 'invalid payload' for what is no flow at all,
   * 'conflict' for a draft that is not open.
   */
  change(draft: string, edit: FlowEdit): Promise<void> {
    return this.#desk.inTurn(draft, () => this.#change(draft, edit))
  }

  async #change(draft: string, { id, definition: given, sentences, wordings }: FlowEdit): Promise<void> {
    const { drafts, versions, now } = this.#desk.tools
    const { files, draft: { base } } = await drafts.library(draft)
    const former = await versions.files(base)
    const path = pathOf(files, id)
    const text = given === null ? null : `${JSON.stringify(given, null, 2)}\n`
    if (text !== null) this.#mustBeFlow(text, path, id)
    const asProgram = JSON.stringify(given) === JSON.stringify(findFlow(id)?.definition) && former.every((file) => file.path !== path)
    const kept = text === null || asProgram ? null : text
    const changed = [...files.filter((file) => file.path !== path), ...(kept === null ? [] : [{ path, text: kept }])]
    const definition = flowIn(changed, id)
    const before = [flowIn(files, id), flowIn(former, id)].filter((each) => each !== null)
    const words = definition ? followingWords(changed, former, definition, before, { sentences, wordings }) : []
    await drafts.writeAll(draft, [{ path, text: kept }, ...words], now())
  }

  /** Adds a scenario that begins as a copy of another one. Throws SunlineError 'not found' for an unknown scenario, 'conflict' for an id that is taken. */
  addScenario(draft: string, wish: NewScenario): Promise<void> {
    return this.#desk.inTurn(draft, () => this.#addScenario(draft, wish))
  }

  async #addScenario(draft: string, wish: NewScenario): Promise<void> {
    const { drafts, now } = this.#desk.tools
    const { files } = await drafts.library(draft)
    const [definition, words] = [flowIn(files, wish.from), wordsFileOf(files, wish.from)]
    if (!definition || !words?.path.startsWith('scenarios/')) throw new SunlineError('not found', `there is no scenario "${wish.from}"`, 'from', `没有“${wish.from}”这种情况`)
    if (flowIn(files, wish.id) ?? wordsFileOf(files, wish.id)) throw new SunlineError('conflict', `the id "${wish.id}" is taken; choose another`, 'id', `编号“${wish.id}”已经有了；换一个`)
    await drafts.writeAll(draft, scenarioCopy(wish, definition, words), now())
  }

  #mustBeFlow(text: string, path: string, id: string): void {
    const read = jsonFile(text, path)
    const [fault] = isFault(read) ? [read] : (this.#schemas ??= loadSchemas(this.#desk.tools.schemas)).faults(read, 'flow.schema.json')
    if (fault) throw new SunlineError('invalid payload', fault.message, 'definition', fault.zh)
    if (!isFault(read) && (read.value as DraftedFlow).id !== id) throw new SunlineError('invalid payload', `the id of the flow must stay "${id}"`, 'definition', `流程的编号不能改，还是“${id}”`)
  }
}

/** Where the file of a flow belongs. Throws SunlineError 'not found' for a flow without words. */
function pathOf(files: readonly LibraryFile[], id: string): string {
  const home = homeOf(id) ?? wordsFileOf(files, id)?.path.split('/').at(-2)
  if (home === undefined) throw new SunlineError('not found', `there is no flow "${id}"; a new scenario begins with its words, scenarios/<family>/${id}.yaml`, 'id', `没有“${id}”这个流程；新情况要先有话术 scenarios/<类别>/${id}.yaml`)
  return `flows/${home}/${id}.json`
}

/** A flow as the files of a library have it, or as it comes with the program; null when there is none. Throws SunlineError 'invalid payload' for a file that cannot be read. */
function flowIn(files: readonly LibraryFile[], id: string): FlowDefinition | null {
  const file = files.find(({ path }) => path.startsWith('flows/') && path.endsWith(`/${id}.json`))
  if (!file) return findFlow(id)?.definition ?? null
  const definition = definitionIn(file)
  if (definition === null) throw unreadable(file.path)
  return definition
}

const speakable = ({ id, phrases }: WordsFile): readonly SpeakablePhrase[] =>
  Object.entries(phrases).map(([key, { say, must_say: [point] }]) => ({ ref: `${id}/${key}`, text: spoken(say), label: point ? { zh: point.point, en: point.en } : { zh: key, en: key } }))
