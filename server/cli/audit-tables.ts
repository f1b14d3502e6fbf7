import type { AuditReport, GroupCount } from '../quality/audit-summary.ts'

const mostRows = 20

const groupLines = (title: string, groups: readonly GroupCount[]): readonly string[] =>
  groups.length === 0
    ? []
    : ['', `${title.padEnd(24)}   lines   block    warn    hint`, ...groups.slice(0, mostRows).map(({ id, lines, block, warn, hint }) => `${id.padEnd(24)} ${[lines, block, warn, hint].map((count) => String(count).padStart(7)).join(' ')}`)]

/** The summary of an audit as lines of text: totals, then the most frequent rules and the worst agents and dialogues. */
export function auditTables(report: AuditReport): readonly string[] {
  const { lines, faults, linesWithFindings, byRule, byAgent, byDialogue } = report
  return [
    `${String(lines)} lines, ${String(linesWithFindings)} with findings, ${String(faults)} that could not be read`,
    '',
    'rule                     severity  findings  category',
    ...byRule.slice(0, mostRows).map(({ rule, severity, findings, category }) => `${rule.padEnd(24)} ${severity.padEnd(8)} ${String(findings).padStart(9)}  ${category}`),
    ...groupLines('agent', byAgent),
    ...groupLines('dialogue', byDialogue),
  ]
}
