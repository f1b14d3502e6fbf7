/** Types of the administrator's page on personal data. Nothing here runs. Times are ms since the epoch. */

/** What is kept for a number of days of its own: calls by where they came from, originals of masked entries, the record of what was done. */
export type KeptKind = 'live' | 'sample' | 'import' | 'drill' | 'originals' | 'audit'
export interface PrivacySettings {
  /** Keep masked entries beside the journal as they were, encrypted. */
  readonly reversible: boolean
  /** What the screens of calls that go on show: all that is heard, or masks. */
  readonly liveScreen: 'full' | 'masked'
  /** Tell the agent when a supervisor looks in. */
  readonly tellLooked: boolean
  /** What the agent reads out at the opening: that the call is recorded, and why; empty: nothing. */
  readonly openingNotice: string
  /** Days after which each kind is erased; null: kept. */
  readonly keepDays: Readonly<Record<KeptKind, number | null>>
}
/** Something that was erased; `calls` for calls, entries otherwise. */
export interface ErasureView {
  readonly id: string
  readonly at: number
  readonly because: 'request' | 'retention'
  readonly who: string
  readonly reason: string
  readonly kind: string
  readonly erased: number
}
/** `GET /api/privacy`. */
export interface PrivacyView {
  readonly settings: PrivacySettings
  /** Whether the environment has SUNLINE_PRIVACY_KEY, without which masks cannot be made reversible. */
  readonly keyPresent: boolean
  readonly changedAt: number | null
  readonly changedBy: string
  readonly erasures: readonly ErasureView[]
}
/** `POST /api/privacy/caller`: the calls of one number. */
export interface CallerCalls {
  readonly calls: readonly { readonly id: string; readonly startedAt: number; readonly agent: string; readonly scenario: string | null; readonly status: string; readonly origin: string }[]
}
/** `POST /api/privacy/caller/export`: all that is kept of one number's calls. */
export interface CallerExport {
  readonly exportedAt: number
  readonly calls: readonly {
    readonly id: string
    readonly startedAt: number
    readonly endedAt: number | null
    readonly agent: string
    readonly queue: string
    readonly scenario: string | null
    readonly outcome: string | null
    /** What happened, as it is stored; opened where the original is kept. */
    readonly entries: readonly { readonly at: number; readonly type: string; readonly payload: unknown; readonly original: boolean }[]
  }[]
}
/** `POST /api/privacy/caller/erase`. `skipped`: calls that are still on the line or in wrap-up. */
export interface CallerErasure {
  readonly erased: number
  readonly skipped: readonly string[]
}
/** `POST /api/privacy/calls/:id/originals`: a call's utterances as they were said. */
export interface CallOriginals {
  readonly utterances: readonly { readonly id: string; readonly speaker: string; readonly text: string }[]
}
