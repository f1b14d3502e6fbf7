import type { Severity, TranscriptEvent, WarningState } from '../protocol.ts'

/** What a call counts while it runs. */
export interface Meters {
  readonly guidancePushed: () => void
  /** A transcript event was read and everything it changed was handed to the sockets. `arrived`: ms of `performance.now()`. */
  readonly handled: (event: TranscriptEvent, arrived: number) => void
  /** An interim was not read or not sent because a newer one took its place. */
  readonly superseded: () => void
  /** Entries of a call are on disk. `appended`: when they were handed to the journal, ms of `performance.now()`. */
  readonly written: (appended: number) => void
  readonly warningChanged: (severity: Severity, state: WarningState) => void
}

/** Counts nothing. */
export const noMeters: Meters = { guidancePushed: () => undefined, warningChanged: () => undefined, handled: () => undefined, written: () => undefined, superseded: () => undefined }
