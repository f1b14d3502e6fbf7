import { randomInt, randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import { mustReview } from '../identity/ownership.ts'
import type { DebriefView, DrillChoice, DrillLevel, DrillMode, DrillSummary, DrillView, Label, Temperament } from '../protocol.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import type { DrillRow } from '../store/training-tables.ts'
import { temperaments } from './caller-lines.ts'
import { Drill } from './drill.ts'
import { debriefView, drillChoices, drillSummary, drillView } from './drill-pages.ts'
import { type DrillScore, scoreDrill } from './drill-score.ts'
import type { DrillTools } from './drill-setup.ts'
import type { DrillStore } from './drill-store.ts'
import { scenarioBranches } from './scenario-branches.ts'

/** What a trainee asks for; what is left out is drawn. */
export interface DrillWish {
  readonly scenario: string
  readonly branch?: string
  readonly temperament?: Temperament
  readonly level: DrillLevel
  readonly mode: DrillMode
  readonly assignment?: string
}
export interface DrillDeskTools extends Omit<DrillTools, 'engine'> {
  /** The engine of drills that begin now. */
  readonly engine: () => DrillTools['engine']
  readonly store: DrillStore
  /** Branches that this trainee should rather meet, most wanted first. */
  readonly wanted: (person: string, scenario: string) => Promise<readonly string[]>
  /** Makes sure that an assignment is this person's and asks for the scenario. Throws SunlineError 'not found'. */
  readonly asked: (person: Person, assignment: string, scenario: string) => Promise<unknown>
  /** What an assignment asks for in a scenario; null when it was taken back. */
  readonly courseMark: (assignment: string, scenario: string) => Promise<{ readonly course: string; readonly passMark: number } | null>
  /** Told of each drill that has ended. */
  readonly ended: (row: DrillRow, passed: boolean, total: number) => Promise<void>
}
interface OpenDrill {
  readonly drill: Drill
  readonly engine: DrillTools['engine']
  row: DrillRow
  records: readonly Label[]
  revealed: boolean
}

/** Drills kept in memory; the rest are brought back from their journals when asked for. */
const mostOpen = 500
const mostListed = 200

/** The drills of all trainees. */
export class DrillDesk {
  readonly #open = new Map<string, OpenDrill>()
  readonly #tools: DrillDeskTools

  constructor(tools: DrillDeskTools) {
    this.#tools = tools
  }

  /** Begins a drill. Throws SunlineError 'not found' for an unknown scenario or branch, or an assignment that is not this person's. */
  async start(person: Person, wish: DrillWish): Promise<DrillView> {
    const { engine, now, store, wanted, asked } = this.#tools
    if (!engine().flows.find(wish.scenario)) throw new SunlineError('not found', `there is no scenario "${wish.scenario}"`, 'scenario')
    if (wish.assignment !== undefined) await asked(person, wish.assignment, wish.scenario)
    const branch = wish.branch ?? (await wanted(person.id, wish.scenario))[0] ?? draw(scenarioBranches(engine().flows, wish.scenario))?.id ?? null
    const row: DrillRow = {
      id: `drill-${randomUUID()}`, person: person.id, scenario: wish.scenario, branch, seed: randomInt(2 ** 31), temperament: wish.temperament ?? draw(temperaments) ?? 'calm',
      level: wish.level, mode: wish.mode, assignment: wish.assignment ?? null, hints: 0, library_version: engine().version, started_at: now(), ended_at: null, total: null, passed: null, score: null,
    }
    const open = this.#begin(row, person, this.#tools.journal)
    await store.begun(row)
    return this.#view(open)
  }

  /** The trainee's next words; times are ms since the drill began. Throws SunlineError 'call ended' when it is over. */
  async say(person: Person, id: string, text: string, startMs: number, endMs: number): Promise<DrillView> {
    const open = await this.#own(person, id)
    const { note } = open.drill.say(text, startMs, endMs)
    open.revealed = false
    if (note) open.records = [...open.records, note]
    if (open.drill.over) await this.#end(open, true)
    return this.#view(open)
  }

  /** Shows the sentence of this step in practice; it costs points. */
  async hint(person: Person, id: string): Promise<DrillView> {
    const open = await this.#own(person, id)
    if (open.row.mode === 'practice' && !open.revealed && !open.drill.over) {
      open.revealed = true
      open.row = { ...open.row, hints: open.row.hints + 1 }
      await this.#tools.store.hinted(id, open.row.hints)
    }
    return this.#view(open)
  }

  async giveUp(person: Person, id: string): Promise<DrillView> {
    const open = await this.#own(person, id)
    if (!open.drill.over) {
      open.drill.giveUp()
      await this.#end(open, false)
    }
    return this.#view(open)
  }

  async view(person: Person, id: string): Promise<DrillView> {
    return this.#view(await this.#own(person, id))
  }

  /** Throws SunlineError 'conflict' while the drill goes on, 'forbidden' for somebody else's whom one does not train. */
  async debrief(person: Person, id: string): Promise<DebriefView> {
    const row = await this.#tools.store.find(id)
    mustReview(person, await this.#tools.store.owner(id))
    if (row.score === null) throw new SunlineError('conflict', 'the drill still goes on; finish it or give it up first', 'id')
    const { engine, store, courseMark } = this.#tools
    const asked = row.assignment === null ? null : await courseMark(row.assignment, row.scenario)
    return { ...debriefView(row, await store.journal(id), JSON.parse(row.score) as DrillScore, engine()), course: asked && row.assignment !== null ? { ...asked, assignment: row.assignment, reached: row.mode !== 'study' && row.passed === 1 && (row.total ?? 0) >= asked.passMark } : null }
  }

  /**
   * A new drill that stands where the given utterance of an earlier one was about to be said. It is for study: its beginning was said before, and the debrief
   * has shown the rest. Throws SunlineError 'not found'.
   */
  async again(person: Person, id: string, utteranceId: string): Promise<DrillView> {
    const { store, journal, now } = this.#tools
    const before = await store.find(id)
    if (before.person !== person.id) throw new SunlineError('forbidden', 'this drill belongs to somebody else', 'id')
    const said = await this.#said(id)
    const place = said.findIndex((each) => each.id === utteranceId)
    if (place < 0) throw new SunlineError('not found', `the drill has no utterance "${utteranceId}" of the trainee`, 'utteranceId')
    const row: DrillRow = { ...before, id: `drill-${randomUUID()}`, mode: 'study', hints: 0, started_at: now(), ended_at: null, total: null, passed: null, score: null, library_version: this.#tools.engine().version }
    const open = this.#begin(row, person, journal)
    for (const { text, startMs, endMs } of said.slice(0, place)) this.#repeat(open, text, startMs, endMs)
    await store.begun(row)
    return this.#view(open)
  }

  async list(person: Person): Promise<readonly DrillSummary[]> {
    return (await this.#tools.store.of(person.id, mostListed)).map((row) => drillSummary(row, this.#tools.engine()))
  }

  async choices(person: Person): Promise<readonly DrillChoice[]> {
    return drillChoices(await this.#tools.store.passedBranches(person.id), this.#tools.engine())
  }

  #begin(row: DrillRow, { id, name, number, team }: Person, journal: JournalWriter): OpenDrill {
    const { engine: newest, lines, wordings, openings, brand, now } = this.#tools
    const engine = newest()
    const { scenario, branch, seed, level } = row
    const temperament = temperaments.find((each) => each === row.temperament) ?? 'calm'
    const drill = new Drill({ id: row.id, scenario, branch, seed, temperament, level, trainee: { id, name, number, team } }, { engine, lines, wordings, openings, journal, brand, now })
    const open: OpenDrill = { drill, engine, row, records: [], revealed: false }
    const [oldest] = this.#open.keys()
    if (this.#open.size >= mostOpen && oldest !== undefined) this.#open.delete(oldest)
    this.#open.set(row.id, open)
    return open
  }

  /** The trainee's own drill, brought back from its journal when this process does not hold it. */
  async #own(person: Person, id: string): Promise<OpenDrill> {
    const held = this.#open.get(id)
    const row = held?.row ?? (await this.#tools.store.find(id))
    if (row.person !== person.id) throw new SunlineError('forbidden', 'this drill belongs to somebody else', 'id')
    if (held) return held
    if (row.ended_at !== null) throw new SunlineError('call ended', 'this drill is over; its debrief can be read', 'id')
    const said = await this.#said(id)
    let written = (await this.#tools.store.journal(id)).length
    const { journal } = this.#tools
    const open = this.#begin(row, person, {
      ...journal,
      append: (addition) => {
        const fresh = addition.entries.slice(written)
        written = Math.max(0, written - addition.entries.length)
        return fresh.length === 0 ? Promise.resolve() : journal.append({ ...addition, entries: fresh })
      },
    })
    for (const { text, startMs, endMs } of said) this.#repeat(open, text, startMs, endMs)
    return open
  }

  #repeat(open: OpenDrill, text: string, startMs: number, endMs: number): void {
    if (open.drill.over) return
    const { note } = open.drill.say(text, startMs, endMs)
    if (note) open.records = [...open.records, note]
  }

  async #said(id: string) {
    const entries = await this.#tools.store.journal(id)
    return entries.flatMap(({ event }) => (event.type === 'utterance heard' && event.utterance.speaker === 'agent' ? [event.utterance] : []))
  }

  async #end(open: OpenDrill, finished: boolean): Promise<void> {
    const { store, journal, now, ended } = this.#tools
    await journal.drain()
    const score = scoreDrill(await store.journal(open.row.id), open.engine, { finished, hints: open.row.hints })
    open.row = { ...open.row, ended_at: now(), total: score.total, passed: score.passed ? 1 : 0 }
    await store.ended(open.row.id, now(), score)
    await ended(open.row, score.passed, score.total)
  }

  #view({ drill, engine, row, records, revealed }: OpenDrill): DrillView {
    return drillView({ row, state: drill.state, records, revealed, over: drill.over }, engine)
  }
}

const draw = <T>(list: readonly T[]): T | undefined => (list.length === 0 ? undefined : list[randomInt(list.length)])
