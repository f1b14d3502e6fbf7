import type { JournalEntry } from '../live/call-events.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { Frame } from '../protocol.ts'
import type { TrackedWarning } from '../wording/warning-lifecycle.ts'
import { inputsOf } from './call-inputs.ts'
import { runInputs } from './run-inputs.ts'

/** Where the dialogue stood from a moment on; empty once the script was over. Times are ms since the epoch. */
export interface RunPosition {
  readonly at: number
  readonly stack: readonly Frame[]
}
/** A sentence given to the agent. */
export interface RunGuidance {
  readonly at: number
  readonly phrase: string
  readonly text: string
}
/** What one version of the words made of a call. Warnings as they ended, those that were taken back left out. */
export interface RunOutcome {
  readonly version: string
  readonly positions: readonly RunPosition[]
  readonly guidance: readonly RunGuidance[]
  readonly warnings: readonly TrackedWarning[]
  readonly outcome: string | null
}
/** The advice that stands at one moment. */
export interface Advice {
  readonly stack: readonly Frame[]
  readonly phrase: string | null
  readonly text: string | null
}
/** A stretch in which two runs advise differently: another step, or the same step in other words. `until` null: to the end. */
export interface Parting {
  readonly at: number
  readonly until: number | null
  readonly kind: 'step' | 'words'
  readonly before: Advice
  readonly after: Advice
}
export interface WarningChange {
  readonly change: 'gained' | 'lost' | 'changed'
  readonly before: TrackedWarning | null
  readonly after: TrackedWarning | null
}
export interface RunComparison {
  /** In the order of time; the first is where the advice parts. */
  readonly partings: readonly Parting[]
  readonly warnings: readonly WarningChange[]
}

/**
 * What `engine` makes of a stored call: its final utterances and the agent's keys, each at its time, under other words.
 * Pure and synchronous, without input or output, so that many calls can be run one after the other.
 */
export const rerun = (entries: readonly JournalEntry[], engine: LiveEngine): RunOutcome => outcomeOf(runInputs(entries, inputsOf(entries), engine))

/** What a journal says that its own version made of the call. */
export function outcomeOf(entries: readonly JournalEntry[]): RunOutcome {
  const positions: RunPosition[] = []
  const guidance: RunGuidance[] = []
  const warnings = new Map<string, TrackedWarning>()
  let version = ''
  let outcome: string | null = null
  for (const { at, event } of entries) {
    if (event.type === 'call started') {
      version = event.libraryVersion
      positions.push({ at, stack: event.stack })
    } else if (event.type === 'moved') {
      positions.push({ at, stack: event.stack })
      outcome = event.outcome ?? outcome
    } else if (event.type === 'guidance shown') guidance.push({ at, phrase: event.phrase, text: event.text })
    else if (event.type === 'warning changed') warnings.set(event.warning.id, event.warning)
  }
  return { version, positions, guidance, warnings: [...warnings.values()].filter(({ state }) => state !== 'retracted'), outcome }
}

/** Where two runs of one call part, and the warnings that the second gained, lost or ended otherwise. */
export function compareRuns(before: RunOutcome, after: RunOutcome): RunComparison {
  return { partings: partings(before, after), warnings: warningChanges(before.warnings, after.warnings) }
}

function partings(before: RunOutcome, after: RunOutcome): readonly Parting[] {
  const times = [...new Set([before, after].flatMap(({ positions, guidance }) => [...positions, ...guidance].map(({ at }) => at)))].toSorted((a, b) => a - b)
  const [one, other] = [adviser(before), adviser(after)]
  const found: Parting[] = []
  for (const at of times) {
    const [here, there] = [one(at), other(at)]
    const kind = differing(here, there)
    const open = found.at(-1)
    const standing = open?.until === null ? open : null
    if (standing && standing.kind === kind && sameAdvice(standing.before, here) && sameAdvice(standing.after, there)) continue
    if (standing) found[found.length - 1] = { ...standing, until: at }
    if (kind !== null) found.push({ at, until: null, kind, before: here, after: there })
  }
  return found
}

/** Reads the advice at times that only rise. */
function adviser({ positions, guidance }: RunOutcome): (at: number) => Advice {
  let position = 0
  let shown = 0
  return (at) => {
    while ((positions[position + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) position += 1
    while ((guidance[shown + 1]?.at ?? Number.POSITIVE_INFINITY) <= at) shown += 1
    const { stack = [] } = positions[position] ?? {}
    const given = stack.length === 0 ? undefined : guidance[shown]
    return { stack, phrase: given?.phrase ?? null, text: given?.text ?? null }
  }
}

function differing(one: Advice, other: Advice): Parting['kind'] | null {
  const [here, there] = [one.stack.at(-1), other.stack.at(-1)]
  if (here?.flow !== there?.flow || here?.step !== there?.step) return 'step'
  return one.text === other.text ? null : 'words'
}

const sameAdvice = (one: Advice, other: Advice): boolean => one.text === other.text && one.phrase === other.phrase && differing(one, other) === null

function warningChanges(before: readonly TrackedWarning[], after: readonly TrackedWarning[]): readonly WarningChange[] {
  const then = new Map(before.map((warning) => [warning.id, warning]))
  const now = new Map(after.map((warning) => [warning.id, warning]))
  const changes = [...new Set([...then.keys(), ...now.keys()])].flatMap((id): WarningChange[] => {
    const [was, is] = [then.get(id) ?? null, now.get(id) ?? null]
    if (was === null || is === null) return [{ change: was === null ? 'gained' : 'lost', before: was, after: is }]
    const same = was.state === is.state && was.severity === is.severity && was.sayInstead === is.sayInstead
    return same ? [] : [{ change: 'changed', before: was, after: is }]
  })
  return changes.toSorted((one, other) => atOf(one) - atOf(other))
}

const atOf = ({ before, after }: WarningChange): number => (after ?? before)?.atMs ?? 0
