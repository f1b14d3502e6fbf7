import type { Reaction } from '../../flows/reactions.ts'
import type { CallEvent, FactOrigin, FactValue, FinalUtterance, JournalEntry, Timer } from '../live/call-events.ts'
import type { Frame } from '../protocol.ts'

type Spoken = Omit<FinalUtterance, 'marks'>

/** Something that came to a call from outside; all the rest of its journal follows from these. */
export type Input =
  | { readonly kind: 'final'; readonly utterance: Spoken }
  | { readonly kind: 'reaction'; readonly reaction: Reaction }
  | { readonly kind: 'choice'; readonly scenario: string }
  | { readonly kind: 'correction'; readonly frame: Frame }
  | { readonly kind: 'undo' | 'hold' | 'retrieve' | 'end' }
  | { readonly kind: 'point'; readonly point: string; readonly said: boolean }
  | { readonly kind: 'fact'; readonly fact: string; readonly value: FactValue | null; readonly origin: FactOrigin }
  | { readonly kind: 'dismissal'; readonly warningId: string; readonly reason: string }
  | { readonly kind: 'timer'; readonly timer: Timer }
  | { readonly kind: 'description'; readonly event: Extract<CallEvent, { type: 'call described' }> }
  | { readonly kind: 'wrap-up'; readonly disposition: string; readonly notes: string }
/** An input and its time, ms since the epoch. */
export interface TimedInput {
  readonly at: number
  readonly input: Input
}

/**
 * The inputs that a journal came from, in its order. What the engine concluded by itself is left out: it is told from an input by
 * standing at the same millisecond behind an input that explains it.
 */
export function inputsOf(entries: readonly JournalEntry[]): readonly TimedInput[] {
  const inputs: TimedInput[] = []
  for (const { at, event } of entries) {
    const last = inputs.at(-1)
    if (last?.at === at && follows(event, last.input)) continue
    const input = inputOf(event)
    if (input) inputs.push({ at, input })
  }
  return inputs
}

function inputOf(event: CallEvent): Input | null {
  switch (event.type) {
    case 'utterance heard': {
      const { marks: _, ...utterance } = event.utterance
      return { kind: 'final', utterance }
    }
    case 'moved': {
      const { cause, stack } = event
      const frame = stack.at(-1)
      if (cause.by === 'undo') return { kind: 'undo' }
      if (cause.by === 'choice') return { kind: 'choice', scenario: cause.scenario }
      if (cause.by === 'correction') return frame ? { kind: 'correction', frame } : null
      return cause.by === 'reaction' && cause.heard === null ? { kind: 'reaction', reaction: cause.reaction } : null
    }
    case 'point said':
      return event.heard === null ? { kind: 'point', point: event.point, said: event.said } : null
    case 'fact recorded':
      return event.origin === 'heard' ? null : { kind: 'fact', fact: event.fact, value: event.value, origin: event.origin }
    case 'warning changed':
      return event.warning.state === 'dismissed' ? { kind: 'dismissal', warningId: event.warning.id, reason: event.warning.dismissedBecause ?? '' } : null
    case 'held':
      return { kind: 'hold' }
    case 'retrieved':
      return { kind: 'retrieve' }
    case 'ended':
      return { kind: 'end' }
    case 'clock rang':
      return { kind: 'timer', timer: event.timer }
    case 'call described':
      return { kind: 'description', event }
    case 'wrapped up':
      return { kind: 'wrap-up', disposition: event.disposition, notes: event.notes }
    default:
      return null
  }
}

/** Reactions that an input of each kind applies by itself. */
const ownReactions: Readonly<Partial<Record<Input['kind'], readonly Reaction[]>>> = {
  final: ['agent said it', 'caller speaks again', 'fact recorded'],
  point: ['agent said it'],
  fact: ['fact recorded'],
  hold: ['agent holds'],
  retrieve: ['agent retrieves'],
  timer: ['caller silent', 'hold reminder due'],
}

/** Whether an entry at the same millisecond is what the engine made of the input. */
function follows(event: CallEvent, input: Input): boolean {
  if (event.type === 'ended') return input.kind === 'timer' && input.timer === 'abandoned'
  if (event.type !== 'moved' || event.cause.by !== 'reaction') return false
  return event.cause.heard !== null || (ownReactions[input.kind]?.includes(event.cause.reaction) ?? false)
}
