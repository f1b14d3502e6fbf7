import { currentStep, interruptions } from '../../flows/conversation.ts'
import type { CallEvent, JournalEntry } from '../live/call-events.ts'
import type { CallState } from '../live/call-state.ts'
import { fold, started } from '../live/fold.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { Label, ReplayMark } from '../protocol.ts'
import type { TrackedWarning } from '../wording/warning-lifecycle.ts'
import { risingTimes } from './replay.ts'

/** ms without a word from anyone that are worth a mark. */
const longSilenceMs = 8_000
const interrupting = new Set(Object.values(interruptions).map((each) => each?.flow ?? ''))
/** Reactions that follow from something else on the time line. */
const notTheCallers: ReadonlySet<string> = new Set(['agent said it', 'fact recorded', 'agent holds', 'agent retrieves', 'hold reminder due', 'caller silent', 'caller speaks again'])

type Moved = Extract<CallEvent, { type: 'moved' }>
type Draft = { -readonly [K in keyof ReplayMark]: ReplayMark[K] }
const both = (text: string): Label => ({ zh: text, en: text })

/** What happened in a call that a reviewer may want to jump to, in the order of time. */
export function replayMarks(entries: readonly JournalEntry[], engine: LiveEngine): readonly ReplayMark[] {
  const [first] = entries
  if (first?.event.type !== 'call started') return []
  const times = risingTimes(entries)
  const marks = new MarkList(engine)
  let state = started(first.event, first.at)
  for (const [index, entry] of entries.entries()) {
    const before = state
    if (index > 0) state = fold(state, entry)
    marks.note(entry.event, before, state, (times[index] ?? entry.at) - first.at)
  }
  return [...marks.closed((times.at(-1) ?? first.at) - first.at), ...silences(state), ...missedConventions(state)].toSorted((one, other) => one.atMs - other.atMs)
}

/** Collects marks; those that last are open until what ends them is noted. */
class MarkList {
  readonly #marks: Draft[] = []
  readonly #open = new Map<string, Draft>()
  readonly #engine: LiveEngine

  constructor(engine: LiveEngine) {
    this.#engine = engine
  }

  note(event: CallEvent, before: CallState, after: CallState, atMs: number): void {
    if (event.type === 'guidance shown') this.#add({ kind: 'guidance', atMs, title: this.#titleOf(after.stack.at(-1)?.flow ?? ''), detail: both(event.text) })
    else if (event.type === 'warning changed') this.#warning(event.warning, atMs)
    else if (event.type === 'moved') this.#moved(event, before, atMs)
    else if (event.type === 'held') this.#open.set('hold', this.#add({ kind: 'hold', atMs, title: { zh: '保持', en: 'On hold' } }))
    else if (event.type === 'retrieved' || event.type === 'ended') this.#close('hold', atMs)
  }

  closed(endMs: number): readonly ReplayMark[] {
    for (const key of this.#open.keys()) if (!key.startsWith('warning ')) this.#close(key, endMs)
    return this.#marks.filter(({ fate }) => fate !== 'retracted')
  }

  #add(mark: Pick<ReplayMark, 'kind' | 'atMs' | 'title'> & Partial<ReplayMark>): Draft {
    const draft: Draft = { untilMs: null, detail: null, severity: null, fate: null, ...mark }
    this.#marks.push(draft)
    return draft
  }

  #close(key: string, atMs: number): void {
    const draft = this.#open.get(key)
    if (draft) draft.untilMs = atMs
    this.#open.delete(key)
  }

  #warning({ id, match, severity, sayInstead, state: fate }: TrackedWarning, atMs: number): void {
    const key = `warning ${id}`
    const known = this.#open.get(key)
    if (known === undefined) this.#open.set(key, this.#add({ kind: 'warning', atMs, title: both(match), detail: both(sayInstead), severity, fate }))
    else Object.assign(known, { fate, severity, untilMs: fate === 'firm' ? null : atMs })
  }

  #moved({ cause, stack, resumed }: Moved, before: CallState, atMs: number): void {
    for (const frame of before.stack) if (!stack.some(({ flow }) => flow === frame.flow)) this.#close(`flow ${frame.flow}`, atMs)
    const top = stack.at(-1)
    if (top && interrupting.has(top.flow) && !before.stack.some(({ flow }) => flow === top.flow)) {
      this.#open.set(`flow ${top.flow}`, this.#add({ kind: 'interruption', atMs, title: this.#titleOf(top.flow) }))
    }
    if (cause.by === 'reaction' && !notTheCallers.has(cause.reaction)) {
      this.#add({ kind: 'reaction', atMs, title: this.#engine.flows.reactionLabel(cause.reaction), detail: cause.heard === null ? { zh: '坐席按键', en: 'by key' } : both(cause.heard) })
    }
    if (cause.by !== 'reaction' || cause.reaction === 'agent said it' || resumed || stack.length > before.stack.length) return
    const missed = this.#unsaid(before)
    if (missed.length > 0) this.#add({ kind: 'missed-point', atMs, title: { zh: missed.map(({ zh }) => zh).join('、'), en: missed.map(({ en }) => en).join(', ') }, detail: this.#titleOf(before.stack.at(-1)?.flow ?? '') })
  }

  /** Key points of the step being left that count as said neither by ear nor by hand; "I said it" covers all of them. */
  #unsaid({ stack, points }: CallState): readonly Label[] {
    const step = currentStep(this.#engine.flows, stack)
    if (step?.kind !== 'say' && step?.kind !== 'ask') return []
    return (this.#engine.phrase(step.phrase)?.points ?? []).flatMap(({ id, label }) => (Object.hasOwn(points, id) ? [] : [label]))
  }

  #titleOf(flow: string): Label {
    return this.#engine.flowInfo(flow)?.title ?? both(flow)
  }
}

function silences({ utterances }: CallState): readonly ReplayMark[] {
  let heardUntil = 0
  return utterances.flatMap(({ startMs, endMs }): ReplayMark[] => {
    const from = heardUntil
    heardUntil = Math.max(heardUntil, endMs)
    if (startMs - from < longSilenceMs) return []
    const seconds = String(Math.round((startMs - from) / 1_000))
    return [{ kind: 'silence', atMs: from, untilMs: startMs, title: { zh: `${seconds} 秒没有人说话`, en: `${seconds} s without a word` }, detail: null, severity: null, fate: null }]
  })
}

const missedConventions = ({ conventionResults }: CallState): readonly ReplayMark[] =>
  (conventionResults ?? []).flatMap(({ status, label, atMs, match }): ReplayMark[] =>
    status === 'missed' && atMs !== null ? [{ kind: 'missed-convention', atMs, untilMs: null, title: label, detail: match === null ? null : both(match), severity: null, fate: null }] : [],
  )
