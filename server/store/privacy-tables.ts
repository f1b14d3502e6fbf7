/** Tables of personal data; see migration 0009. Times are ms since the epoch. */

export interface PrivacySettingsRow {
  readonly id: 1
  readonly settings: string
  readonly changed_at: number
  readonly changed_by: string
}
/** A journal entry's payload before it was masked, encrypted. */
export interface SealedRow {
  readonly call_id: string
  readonly seq: number
  readonly key_id: string
  readonly sealed: string
}
export interface CallerIndexRow {
  readonly caller: string
  readonly call_id: string
}
export interface ErasureRow {
  readonly id: string
  readonly at: number
  readonly because: 'request' | 'retention'
  readonly actor_name: string
  readonly reason: string
  /** What was erased: an origin of calls, `originals`, or `audit`. */
  readonly kind: string
  readonly erased: number
}
export interface PrivacyTables {
  readonly privacy_settings: PrivacySettingsRow
  readonly sealed_entries: SealedRow
  readonly caller_index: CallerIndexRow
  readonly erasures: ErasureRow
}
