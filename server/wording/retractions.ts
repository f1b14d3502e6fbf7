/** What the interims of one utterance showed of a rule. `interims`: in how many of them it was heard; `kept`: the final text had it too. */
export interface InterimVerdict {
  readonly rule: string
  readonly interims: number
  readonly kept: boolean
}

/** Utterances that must have shown a rule early before its record counts, and the share taken back from which it is unsteady. */
const FEWEST = 5
const UNSTEADY = 0.25

/** Every rule that interims showed, in the order of their first showing. `seen`: interims by rule; `kept`: rules of the final text. */
export const interimVerdicts = (seen: ReadonlyMap<string, number>, kept: ReadonlySet<string>): readonly InterimVerdict[] =>
  [...seen].map(([rule, interims]) => ({ rule, interims, kept: kept.has(rule) }))

/** How often recognisers took back what interims showed, by rule, over all calls of this process and those stored before. */
export class RetractionBook {
  private readonly counts = new Map<string, { heard: number; takenBack: number }>()

  /** Adds utterances in which interims showed the rule, and those of them whose final text had it no more. */
  add(rule: string, heard: number, takenBack: number): void {
    const count = this.counts.get(rule) ?? { heard: 0, takenBack: 0 }
    this.counts.set(rule, { heard: count.heard + heard, takenBack: count.takenBack + takenBack })
  }

  /** True when a warning of the rule on an interim is taken back too often to be shown at once. */
  isUnsteady(rule: string): boolean {
    const { heard, takenBack } = this.counts.get(rule) ?? { heard: 0, takenBack: 0 }
    return heard >= FEWEST && takenBack / heard > UNSTEADY
  }
}
