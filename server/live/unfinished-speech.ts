import type { TranscriptEvent, Utterance, Warning } from '../protocol.ts'
import type { CallState } from './call-state.ts'
import { nothingUnfinished, type Unfinished } from './call-view.ts'
import { hearInterim, type InterimHearing } from './interim.ts'
import type { LiveEngine } from './ports.ts'

/** The interim speech of one call as it shows on screen. */
export interface UnfinishedSpeech {
  readonly now: () => Unfinished
  /** Reads an interim text and says what it changed on screen. */
  readonly hear: (state: CallState, event: TranscriptEvent, at: number) => { readonly utterance: Utterance; readonly warnings: boolean; readonly points: boolean }
  /** The utterance is final: what it showed provisionally is over. True when that was a warning. */
  readonly close: (utteranceId: string) => boolean
  /** The dialogue moved: key points of the old step no longer count. */
  readonly forgetPoints: () => void
}

const sameWarning = (a: Warning, b: Warning | undefined): boolean =>
  a.id === b?.id && a.state === b.state && a.start === b.start && a.end === b.end

const sameWarnings = (a: readonly Warning[], b: readonly Warning[]): boolean =>
  a.length === b.length && a.every((each, index) => sameWarning(each, b[index]))

export function unfinishedSpeech(engine: LiveEngine): UnfinishedSpeech {
  const open = new Map<string, InterimHearing>()
  return {
    now: () => {
      if (open.size === 0) return nothingUnfinished
      const hearings = [...open.values()]
      return {
        utterances: hearings.map(({ utterance }) => utterance),
        warnings: hearings.flatMap(({ warnings }) => warnings),
        points: Object.assign({}, ...hearings.map(({ points }) => points)) as Readonly<Record<string, string>>,
      }
    },
    hear: (state, event, at) => {
      const before = open.get(event.utteranceId)
      const hearing = hearInterim(state, event, engine, at)
      const found = new Set(hearing.warnings.map(({ id }) => id))
      const retracted = (before?.warnings ?? [])
        .filter(({ id }) => !found.has(id))
        .map((warning): Warning => ({ ...warning, state: 'retracted' }))
      const warnings = retracted.length === 0 ? hearing.warnings : [...hearing.warnings, ...retracted]
      open.set(event.utteranceId, { ...hearing, warnings })
      return {
        utterance: hearing.utterance,
        warnings: !sameWarnings(before?.warnings ?? [], warnings),
        points: Object.keys(before?.points ?? {}).join() !== Object.keys(hearing.points).join(),
      }
    },
    close: (utteranceId) => {
      const warned = (open.get(utteranceId)?.warnings.length ?? 0) > 0
      open.delete(utteranceId)
      return warned
    },
    forgetPoints: () => {
      for (const [id, hearing] of open) open.set(id, { ...hearing, points: {} })
    },
  }
}
