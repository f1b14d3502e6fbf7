import type { TranscriptEvent, Utterance } from '../protocol.ts'
import { interimVerdicts, type InterimVerdict } from '../wording/retractions.ts'
import type { Finding } from '../wording/rule-types.ts'
import { hear, type TrackedWarning, type WarningLog } from '../wording/warning-lifecycle.ts'
import type { CallState } from './call-state.ts'
import type { Unfinished } from './call-view.ts'
import { hearInterim, type InterimHearing } from './interim.ts'
import type { LiveEngine } from './ports.ts'
import { checkedUtterance, firmWarnings } from './warnings.ts'

/** The interim speech of one call as it shows on screen. */
export interface UnfinishedSpeech {
  readonly now: () => Unfinished
  /** Reads an interim text and says what it changed on screen. */
  readonly hear: (state: CallState, event: TranscriptEvent, at: number) => { readonly utterance: Utterance; readonly warnings: boolean; readonly points: boolean }
  /** What interims of the utterance showed of each rule. `kept`: the rules that its final text breaks. */
  readonly verdicts: (utteranceId: string, kept: ReadonlySet<string>) => readonly InterimVerdict[]
  /** The utterance is final: what it showed provisionally is over. */
  readonly close: (utteranceId: string) => void
  /** Takes over what became firm: provisional warnings, or key points of the step before, no longer count. */
  readonly rebase: (before: CallState, state: CallState) => void
}

const looksSame = (a: TrackedWarning, b: TrackedWarning | undefined): boolean =>
  a.id === b?.id && a.state === b.state && a.start === b.start && a.end === b.end && a.severity === b.severity

const lookSame = (a: WarningLog, b: WarningLog): boolean => a.warnings.length === b.warnings.length && a.warnings.every((each, index) => looksSame(each, b.warnings[index]))

const noPoints: InterimHearing['points'] = {}
function haveSame(a: InterimHearing['points'], b: InterimHearing['points']): boolean {
  let more = 0
  for (const point in a) {
    if (!(point in b)) return false
    more += 1
  }
  for (const _ in b) more -= 1
  return more === 0
}

/** `isUnsteady`: rules that recognisers often take back; their warnings wait longer. */
export function unfinishedSpeech(engine: LiveEngine, state: CallState, isUnsteady: (rule: string) => boolean = () => false): UnfinishedSpeech {
  const open = new Map<string, InterimHearing>()
  /** By utterance and rule: the interims that showed it. */
  const seen = new Map<string, Map<string, number>>()
  let log = firmWarnings(state)
  return {
    now: () => {
      const hearings = [...open.values()]
      return {
        utterances: hearings.map(({ utterance }) => utterance),
        warnings: log,
        points: Object.assign({}, ...hearings.map(({ points }) => points)) as Readonly<Record<string, string>>,
      }
    },
    hear: (current, event, at) => {
      const before = open.get(event.utteranceId)
      const hearing = hearInterim(current, event, engine, at)
      if (event.text === '') open.delete(event.utteranceId)
      else open.set(event.utteranceId, hearing)
      const earlier = log
      if (event.speaker === 'agent') {
        log = hear(log, { ...checkedUtterance(event, hearing.findings, engine), isUnsteady })
        count(seen, event.utteranceId, hearing.findings)
      }
      return {
        utterance: hearing.utterance,
        warnings: log !== earlier && !lookSame(earlier, log),
        points: !haveSame(before?.points ?? noPoints, hearing.points),
      }
    },
    verdicts: (utteranceId, kept) => interimVerdicts(seen.get(utteranceId) ?? new Map<string, number>(), kept),
    close: (utteranceId) => {
      open.delete(utteranceId)
      seen.delete(utteranceId)
    },
    rebase: (before, current) => {
      if (before.warnings !== current.warnings || before.agentTurns !== current.agentTurns) log = firmWarnings(current)
      if (before.guidanceSeq === current.guidanceSeq) return
      for (const [id, hearing] of open) open.set(id, { ...hearing, points: {} })
    },
  }
}

/** One more interim that shows these rules, each once. */
function count(seen: Map<string, Map<string, number>>, utteranceId: string, findings: readonly Finding[]): void {
  if (findings.length === 0) return
  const rules = seen.get(utteranceId) ?? new Map<string, number>()
  for (const rule of new Set(findings.map((finding) => finding.rule))) rules.set(rule, (rules.get(rule) ?? 0) + 1)
  seen.set(utteranceId, rules)
}
