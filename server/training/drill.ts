import { advance, currentStep, open, openingFlow } from '../../flows/conversation.ts'
import { isFactId } from '../../flows/facts.ts'
import type { Label } from '../protocol.ts'
import type { FlowBook } from '../../flows/flow-book.ts'
import type { Reaction } from '../../flows/reactions.ts'
import { SunlineError } from '../errors.ts'
import type { JournalEntry } from '../live/call-events.ts'
import { CallSession } from '../live/call-session.ts'
import type { CallState } from '../live/call-state.ts'
import { type EntryLog, entryLog } from '../live/entry-log.ts'
import { started } from '../live/fold.ts'
import { noteShown } from '../live/guidance-shown.ts'
import { chooseScenario, correctTo, knownFacts, react, recordFact } from '../live/moving.ts'
import { wrapupDraft } from '../live/wrapup-draft.ts'
import { callerVoice, plausibleValue, type Voice } from './caller-voice.ts'
import { arrived, type Course, courseOf, detour, due, follow, isSilent, onCourse } from './drill-course.ts'
import { drawnPlan, strayFacts } from './drill-facts.ts'
import { recordNote } from './record-note.ts'
import { type DrillPlan, judgedFacts, type PlannedMove } from './drill-plan.ts'
import type { DrillSetup, DrillTools } from './drill-setup.ts'
import { type Interruption, interruptionsFor } from './drill-interruptions.ts'
import { seededDraw } from './seeded-random.ts'
import { drillSessionTools } from './drill-session-tools.ts'

/** What follows on the trainee's words. `line`: what the caller says, null when the trainee should go on; `note`: what the trainee's records show. */
export interface DrillReply {
  readonly line: string | null
  readonly note: Label | null
  readonly over: boolean
}

/** Times that a caller lets the agent try again before the call goes on regardless. */
const patience: Readonly<Record<DrillSetup['level'], number>> = { 1: 2, 2: 1, 3: 1 }

/**
 * A call in which the system is the caller. It goes through the live engine like any call; the caller follows a way through the
 * scenario's machine that was drawn beforehand, so the same seed and the same words give the same drill.
 */
export class Drill {
  readonly #setup: DrillSetup
  readonly #tools: DrillTools
  readonly #session: CallSession
  readonly #voice: Voice
  readonly #main: Course
  readonly #plan: DrillPlan
  readonly #interruptions: Interruption[]
  #active: Course
  #begun: boolean
  #attempts = 0
  #turns = 0
  #callerActs = 0
  #over = false

  /** Throws SunlineError 'not found' like {@link drawnPlan}. */
  constructor(setup: DrillSetup, tools: DrillTools) {
    const draw = seededDraw(setup.seed)
    const plan = drawnPlan(tools.engine.flows, setup, tools.lines, draw)
    const judged = new Set(judgedFacts(tools.engine.flows.flow(plan.flow).definition))
    this.#setup = setup
    this.#tools = tools
    this.#plan = plan
    this.#main = courseOf(tools.engine.flows, this.#plan)
    const fits = (line: string): boolean => tools.engine.facts(line, 'caller', null).every(({ fact }) => !isFactId(fact) || !judged.has(fact))
    this.#voice = callerVoice({ lines: tools.lines, known: tools.wordings, temperament: setup.temperament, draw, fits })
    this.#interruptions = [...interruptionsFor(setup.level, plan.moves, draw)]
    const ticket = String(plausibleValue('ticketNumber', tools.lines, draw))
    const facts = { agentName: setup.trainee.name, agentNumber: setup.trainee.number, brand: tools.brand, ticketNumber: ticket }
    const { id: agentId, name: agent, team } = setup.trainee
    const at = tools.now()
    const stack = open(tools.engine.flows, facts)
    const event = { type: 'call started', callId: setup.id, agent, agentId, team, origin: 'drill', callerNumber: '', queue: '', libraryVersion: tools.engine.version, stack, facts } as const
    const log = entryLog(started(event, at), at, tools.engine.flows)
    noteShown(log, null, tools.engine)
    const first: JournalEntry = { seq: 0, at, event }
    this.#session = new CallSession(log.state, [first, ...log.entries], drillSessionTools(tools))
    this.#begun = setup.scenario === openingFlow
    this.#active = this.#begun ? this.#main : detour(tools.engine.flows, { flow: openingFlow, step: stack.at(-1)?.step ?? '' }, {})
  }

  get state(): CallState {
    return this.#session.state
  }

  get #flows(): FlowBook {
    return this.#tools.engine.flows
  }

  get over(): boolean {
    return this.#over
  }

  /** Takes what the trainee said; times are ms since the drill began. Throws SunlineError 'call ended'. */
  say(text: string, startMs: number, endMs: number): DrillReply {
    if (this.#over) throw new SunlineError('call ended', 'this drill is over; start it again to go on practising')
    const passed = this.state.passed.length
    this.#hear('agent', text, startMs, endMs)
    if (!this.#begun) return this.#begin(endMs)
    const course = this.#active
    const from = course.next
    follow(course, this.state.passed.slice(passed), this.state.finished)
    this.#keepFacts()
    const left = course !== this.#main && !this.state.stack.some(({ flow: id }) => id === course.flow)
    const move = left ? undefined : due(course)
    if (!move) return this.#arrive(null)
    const stands = onCourse(course, this.state.stack)
    const advanced = course.next > from
    if (advanced) this.#attempts = 0
    if (advanced && stands) return this.#arrive(null)
    return move.event === 'agent said it' ? this.#waitFor(course, move, endMs) : this.#act(course, move, endMs)
  }

  /** Ends the drill before its time: the trainee gives up. */
  giveUp(): void {
    this.#finish()
  }

  #begin(at: number): DrillReply {
    const { scenario } = this.#setup
    const openings = this.#tools.openings(scenario)
    const line = this.#voice.opening(openings)
    if (line !== null) this.#hear('caller', line, at + 1, at + 1)
    void this.#session.do((log) => {
      chooseScenario(log, scenario)
      for (const [fact, value] of Object.entries(this.#plan.given)) if (value !== null) recordFact(log, fact, value, 'system')
    })
    this.#begun = true
    this.#active = this.#main
    this.#keepFacts()
    this.#putBack(this.#main)
    return this.#arrive(line)
  }

  /** The step's points are not said yet: the caller gets impatient, and at last the call goes on without them. */
  #waitFor(course: Course, move: PlannedMove, at: number): DrillReply {
    this.#putBack(course)
    const step = currentStep(this.#flows, this.state.stack)
    const points = step?.kind === 'say' || step?.kind === 'ask' ? (this.#tools.engine.phrase(step.phrase)?.points.length ?? 0) : 0
    this.#attempts += 1
    if (points > 0 && this.#attempts <= patience[this.#setup.level]) {
      const line = this.#voice.impatience()
      this.#hear('caller', line, at + 1, at + 1)
      this.#putBack(course)
      return { line, note: null, over: false }
    }
    void this.#session.do((log) => void react(log, 'agent said it', null))
    if (!arrived(course, move, this.state.stack)) throw new Error(`the drill of ${course.flow} left its way at ${move.from}`)
    course.next += 1
    return this.#arrive(null)
  }

  #act(course: Course, move: PlannedMove, at: number): DrillReply {
    this.#putBack(course)
    if (course === this.#main) {
      this.#callerActs += 1
      const interruption = this.#interruptions.find(({ before }) => before === this.#callerActs)
      if (interruption) return this.#interrupt(interruption, at)
    }
    const { learns } = move
    const line = learns ? this.#voice.fact(learns.fact, learns.value) : this.#voice.reaction(course.flow, move.event)
    const seq = this.state.guidanceSeq
    if (line !== null) this.#hear('caller', line, at + 1, at + 1)
    this.#keepFacts(learns)
    void this.#session.do((log) => {
      if (log.state.guidanceSeq > seq && arrived(course, move, log.state.stack)) return
      this.#correct(log, course)
      if (learns) recordFact(log, learns.fact, learns.value, line === null ? 'system' : 'heard')
      else react(log, move.event as Reaction, line)
    })
    if (!arrived(course, move, this.state.stack)) throw new Error(`the drill of ${course.flow} left its way at ${move.from} by "${move.event}"`)
    course.next += 1
    this.#keepFacts()
    return this.#arrive(line)
  }

  #interrupt({ reaction }: Interruption, at: number): DrillReply {
    this.#interruptions.splice(this.#interruptions.findIndex((each) => each.reaction === reaction), 1)
    if (advance(this.#flows, this.state.stack, reaction, knownFacts(this.state)).change !== 'interrupted') return this.#resumeAct(at)
    const silent = reaction === 'caller silent'
    const line = silent ? null : this.#voice.reaction('', reaction)
    const depth = this.state.stack.length
    if (line !== null) this.#hear('caller', line, at + 1, at + 1)
    void this.#session.do((log) => {
      if (log.state.stack.length > depth) return
      this.#correct(log, this.#main)
      if (silent) log.add({ type: 'clock rang', timer: 'caller silent' })
      react(log, reaction, line)
    })
    return { ...this.#arrive(line), ...(silent ? { note: this.#flows.reactionLabel(reaction) } : {}) }
  }

  #resumeAct(at: number): DrillReply {
    const move = due(this.#main)
    return move ? this.#act(this.#main, move, at) : this.#arrive(null)
  }

  /** Settles which way the call is on after something happened, and what the trainee's records show for the step to come. */
  #arrive(line: string | null): DrillReply {
    this.#attempts = 0
    const { stack, finished } = this.state
    const top = stack.at(-1)
    const mainDone = due(this.#main) === undefined
    const closing = mainDone && top !== undefined && top.flow === 'give-ticket-and-close'
    if (finished || top === undefined || isSilent(this.#flows, stack) || (mainDone && !closing) || this.#turns > mostTurns) this.#finish()
    else if (!mainDone && top.flow === this.#main.flow) this.#active = this.#main
    else if (top.flow !== this.#active.flow || due(this.#active) === undefined) this.#active = detour(this.#flows, top, knownFacts(this.state))
    if (!this.#over && due(this.#active) === undefined) this.#finish()
    return { line, note: this.#over ? null : this.#note(), over: this.#over }
  }

  #note(): Label | null {
    const move = due(this.#active)
    return move ? recordNote(this.#flows, this.#active.flow, move, this.#voice) : null
  }

  #hear(speaker: 'agent' | 'caller', text: string, startMs: number, endMs: number): void {
    this.#turns += 1
    this.#session.hear({ callId: this.#setup.id, utteranceId: `t${String(this.#turns)}`, revision: 0, speaker, text, final: true, startMs, endMs, source: 'drill' })
  }

  /** Brings the call back to the step that is due, when words moved it elsewhere. */
  #putBack(course: Course): void {
    if (!onCourse(course, this.state.stack)) void this.#session.do((log) => this.#correct(log, course))
  }

  #correct(log: EntryLog, course: Course): void {
    const move = due(course)
    if (move && !onCourse(course, log.state.stack)) correctTo(log, { flow: course.flow, step: move.from })
  }

  /** What the flow judges by is what the plan says, whatever else was understood. */
  #keepFacts(learning: PlannedMove['learns'] = null): void {
    const wrong = strayFacts(this.#flows, this.state, this.#plan, this.#main.next, learning)
    if (wrong.length === 0) return
    void this.#session.do((log) => {
      for (const { fact, value } of wrong) log.add({ type: 'fact recorded', fact, value, origin: 'system' })
    })
  }

  #finish(): void {
    if (this.#over) return
    this.#over = true
    void this.#session.do((log, engine) => {
      log.add({ type: 'ended' })
      log.add({ type: 'wrapped up', disposition: wrapupDraft(log.state, engine).suggestedDisposition ?? '', notes: '' })
    })
  }
}

/** Utterances after which a drill ends whatever its state. */
const mostTurns = 200
