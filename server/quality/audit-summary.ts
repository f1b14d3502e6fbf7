import type { Severity } from '../wording/types.ts'
import type { AuditFault } from './audit-entry.ts'
import type { AuditResult } from './audit.ts'

export interface RuleCount {
  readonly rule: string
  readonly category: string
  readonly severity: Severity
  readonly findings: number
}
/** Counts of one agent or one dialogue. */
export interface GroupCount extends Readonly<Record<Severity, number>> {
  readonly id: string
  readonly lines: number
}
export interface AuditReport {
  readonly lines: number
  readonly faults: number
  readonly linesWithFindings: number
  readonly byRule: readonly RuleCount[]
  readonly byAgent: readonly GroupCount[]
  /** The worst dialogues first, at most a thousand. */
  readonly byDialogue: readonly GroupCount[]
}

const MOST_GROUPS = 1000
const total = (group: GroupCount): number => group.block * 1e6 + group.warn * 1e3 + group.hint
const worstFirst = (a: GroupCount, b: GroupCount): number => total(b) - total(a) || (a.id < b.id ? -1 : 1)

/** Counts by group in bounded memory: when too many are held, the half with the least findings is let go. */
class Groups {
  private groups = new Map<string, GroupCount>()

  add(id: string, { findings }: AuditResult): void {
    const before = this.groups.get(id) ?? { id, lines: 0, block: 0, warn: 0, hint: 0 }
    const counts = { block: before.block, warn: before.warn, hint: before.hint }
    for (const { severity } of findings) counts[severity] += 1
    this.groups.set(id, { id, lines: before.lines + 1, ...counts })
    if (this.groups.size > MOST_GROUPS * 20) this.groups = new Map(this.worst(MOST_GROUPS * 10).map((group) => [group.id, group]))
  }
  worst(most: number): GroupCount[] {
    return [...this.groups.values()].sort(worstFirst).slice(0, most)
  }
}

/** Adds up an audit as it runs. */
export class AuditSummary {
  private lines = 0
  private faults = 0
  private linesWithFindings = 0
  private readonly rules = new Map<string, RuleCount>()
  private readonly agents = new Groups()
  private readonly dialogues = new Groups()

  add(result: AuditResult | AuditFault): void {
    this.lines += 1
    if ('error' in result) {
      this.faults += 1
      return
    }
    if (result.findings.length > 0) this.linesWithFindings += 1
    for (const { rule, category, severity } of result.findings) {
      const key = `${rule}/${severity}`
      this.rules.set(key, { rule, category, severity, findings: (this.rules.get(key)?.findings ?? 0) + 1 })
    }
    const agent = result.entry.ids['agent']
    if (typeof agent === 'string' && agent !== '') this.agents.add(agent, result)
    if (result.entry.dialogue !== null) this.dialogues.add(result.entry.dialogue, result)
  }

  report(): AuditReport {
    return {
      lines: this.lines,
      faults: this.faults,
      linesWithFindings: this.linesWithFindings,
      byRule: [...this.rules.values()].sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1)),
      byAgent: this.agents.worst(MOST_GROUPS),
      byDialogue: this.dialogues.worst(MOST_GROUPS),
    }
  }
}
