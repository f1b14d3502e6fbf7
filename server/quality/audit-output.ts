import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'
import type { AuditFault } from './audit-entry.ts'
import type { AuditReport } from './audit-summary.ts'
import type { AuditResult } from './audit.ts'

type Result = AuditResult | AuditFault

/** One JSON line for each input line: its ids and its findings, or `{ line, error }`. `explain`: also why, on what basis and on which evidence. */
export function jsonLine(result: Result, explain = false): string {
  if ('error' in result) return JSON.stringify({ ...result, findings: [] })
  const findings = result.findings.map(({ rule, category, severity, match, start, end, sayInstead, why, basis, evidence }) => ({
    rule, category, severity, match, start, end, sayInstead,
    ...(explain && { why, basis, evidence }),
  }))
  return JSON.stringify({ ...result.entry.ids, findings })
}

export const findingColumns = ['line', 'dialogue', 'turn', 'agent', 'speaker', 'rule', 'category', 'severity', 'match', 'start', 'end', 'say_instead', 'why', 'basis', 'text', 'error'] as const

const shown = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

/** One row for each finding, and one for each faulty line; lines without findings have none. */
export function findingRows(result: Result): (string | number)[][] {
  if ('error' in result) return [[result.line, ...Array<string>(findingColumns.length - 2).fill(''), result.error]]
  const { entry } = result
  return result.findings.map(({ rule, category, severity, match, start, end, sayInstead, why, basis }) => [
    entry.line,
    entry.dialogue ?? '',
    shown(entry.ids['turn']),
    shown(entry.ids['agent']),
    entry.speaker,
    rule,
    category,
    severity,
    match,
    start,
    end,
    sayInstead,
    why,
    basis,
    entry.text,
    '',
  ])
}

/** A spreadsheet runs cells that begin like a formula; a quote in front keeps them text. */
const harmlessCell = (cell: string | number): string | number => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

export const csvHeader = (): string => `\ufeff${stringify([[...findingColumns]])}`
export const csvLines = (result: Result): string => stringify(findingRows(result).map((row) => row.map(harmlessCell)))

/** A sheet holds a million rows; a workbook is built in memory, so fewer. */
export const MOST_SHEET_ROWS = 100_000

/** Writes findings and the summary tables as a workbook. `rows` beyond 100,000 are left out. */
export async function writeWorkbook(path: string, rows: readonly (readonly (string | number)[])[], report: AuditReport): Promise<void> {
  const groups = (list: AuditReport['byAgent'], name: string): (string | number)[][] => [
    [name, 'lines', 'block', 'warn', 'hint'],
    ...list.map(({ id, lines, block, warn, hint }) => [harmlessCell(id), lines, block, warn, hint]),
  ]
  await writeXlsxFile([
    { sheet: 'findings', data: [[...findingColumns], ...rows.slice(0, MOST_SHEET_ROWS).map((row) => row.map(harmlessCell))] },
    { sheet: 'rules', data: [['rule', 'category', 'severity', 'findings'], ...report.byRule.map(({ rule, category, severity, findings }) => [rule, category, severity, findings])] },
    { sheet: 'agents', data: groups(report.byAgent, 'agent') },
    { sheet: 'dialogues', data: groups(report.byDialogue, 'dialogue') },
  ]).toFile(path)
}
