import writeXlsxFile from 'write-excel-file/node'
import type { Label } from '../protocol.ts'
import { momentText } from './dossier-page.ts'
import type { WeeklySheet } from './weekly-sheet.ts'
import { sheetFigures, weeklyWords } from './weekly-words.ts'

type Cell = { readonly value: string | number; readonly format?: string; readonly fontWeight?: 'bold' } | null

/** A spreadsheet runs cells that begin like a formula; a quote in front keeps them text. */
const text = (value: string): Cell => ({ value: /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value })
const heading = (value: string): Cell => ({ value, fontWeight: 'bold' })
const msPerDay = 86_400_000
const figureCell = (value: number | null, kind: (typeof sheetFigures)[number]['kind']): Cell => {
  if (value === null) return null
  if (kind === 'rate') return { value, format: '0%' }
  if (kind === 'ms') return { value: value / msPerDay, format: '[m]:ss' }
  return { value, format: kind === 'count' ? '0' : '0.0' }
}

/** A team's week as a workbook: figures as numbers, so that they can be added up further. */
export async function weeklyWorkbook(sheet: WeeklySheet, language: 'zh' | 'en', zone: number, itemLabel: (id: string) => Label): Promise<Buffer> {
  const t = (label: Label): string => label[language]
  const names = sheetFigures.map(({ label }) => heading(t(label)))
  const summary: Cell[][] = [
    [heading(t(weeklyWords.figure)), heading(t(weeklyWords.week)), heading(t(weeklyWords.before))],
    ...sheetFigures.map(({ label, of, kind }) => [text(t(label)), figureCell(of(sheet.week), kind), figureCell(of(sheet.before), kind)]),
    [text(t(weeklyWords.published)), { value: sheet.evaluations.published }, null],
    [text(t(weeklyWords.meanScore)), sheet.evaluations.meanScore === null ? null : { value: sheet.evaluations.meanScore, format: '0.0' }, null],
    [text(t(weeklyWords.failed)), { value: sheet.evaluations.failed }, null],
    [text(t(weeklyWords.disputed)), { value: sheet.evaluations.disputed }, null],
  ]
  const agents: Cell[][] = [[heading(t(weeklyWords.agent)), ...names], ...sheet.agents.map(({ label, figures }) => [text(t(label)), ...sheetFigures.map(({ of, kind }) => figureCell(of(figures), kind))])]
  const rules: Cell[][] = [
    [heading(t(weeklyWords.rule)), ...names.slice(1, 5)],
    ...sheet.rules.map(({ label, figures }) => [text(t(label)), ...sheetFigures.slice(1, 5).map(({ of, kind }) => figureCell(of(figures), kind))]),
  ]
  const unrepaired: Cell[][] = [
    [weeklyWords.time, weeklyWords.agent, weeklyWords.rule, weeklyWords.said, weeklyWords.instead, weeklyWords.call].map((label) => heading(t(label))),
    ...sheet.unrepaired.map(({ at, agent, rule, utterance, sayInstead, callId }) => [momentText(at, zone), agent.name, rule.name, utterance, sayInstead, callId].map(text)),
  ]
  const items: Cell[][] = [
    [weeklyWords.item, weeklyWords.missed, weeklyWords.answered].map((label) => heading(t(label))),
    ...sheet.missedItems.map(({ item, missed, answered }) => [text(t(itemLabel(item))), { value: missed }, { value: answered }]),
  ]
  const pages = [
    [weeklyWords.summary, summary],
    [weeklyWords.agents, agents],
    [weeklyWords.rules, rules],
    [weeklyWords.unrepaired, unrepaired],
    [weeklyWords.missedItems, items],
  ] as const
  return writeXlsxFile(pages.map(([label, data]) => ({ sheet: t(label).slice(0, 31), data }))).toBuffer()
}
