/** How a step or a way differs from before. */
export type FlowDifference = 'added' | 'removed' | 'changed'
/** What stands out on the graph of a drafted flow: steps and, by `from→to`, ways that differ; steps with faults. */
export interface FlowMarks {
  readonly steps: ReadonlyMap<string, FlowDifference>
  readonly ways: ReadonlyMap<string, FlowDifference>
  readonly faulty: ReadonlySet<string>
}
