import type { LiveEngine } from '../live/ports.ts'
import type { DrillLevel, Temperament } from '../protocol.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import type { CallerLines } from './caller-lines.ts'
import type { KnownWordings } from './caller-voice.ts'

/** What a drill practises; the same setup and the same words give the same drill. */
export interface DrillSetup {
  /** Also the id of its call. */
  readonly id: string
  readonly scenario: string
  /** The branch that the call takes (`from>event>to`); null for the shortest way out. */
  readonly branch: string | null
  readonly seed: number
  readonly temperament: Temperament
  /** 1: the caller keeps to the matter; 2: interrupts once; 3: interrupts twice, silence included. */
  readonly level: DrillLevel
  readonly trainee: { readonly id: string | null; readonly name: string; readonly number: string; readonly team: string | null }
}
/** What a drill works with. */
export interface DrillTools {
  readonly engine: LiveEngine
  readonly lines: CallerLines
  readonly wordings: KnownWordings
  /** First sentences of callers who have this matter. */
  readonly openings: (scenario: string) => readonly string[]
  readonly journal: JournalWriter
  readonly brand: string
  /** ms since the epoch. */
  readonly now: () => number
}
