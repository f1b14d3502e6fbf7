/** What became of a fault. */
export interface Outcome {
  readonly name: string
  readonly promised: string
  readonly seen: string
  readonly acknowledged: number
  readonly amiss: readonly string[]
}
