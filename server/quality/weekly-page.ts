import type { Label } from '../protocol.ts'
import { clockText, momentText } from './dossier-page.ts'
import { html, type Markup, printPage, table } from './print-page.ts'
import type { SheetLine, WeeklySheet } from './weekly-sheet.ts'
import { figureText, type SheetFigure, sheetFigures, weeklyWords } from './weekly-words.ts'

/** Rules on the page; the workbook has all. */
const mostRules = 20
const allButFirst: ReadonlySet<number> = new Set(sheetFigures.map((_, column) => column + 1))

/** A team's week as a page that prints. `itemLabel`: what an item of a scorecard is called. */
export function weeklyPage(sheet: WeeklySheet, { language, zone, nonce, itemLabel, madeAt }: { readonly language: 'zh' | 'en'; readonly zone: number; readonly nonce: string; readonly itemLabel: (id: string) => Label; readonly madeAt: number }): string {
  const t = (label: Label): string => label[language]
  const day = (at: number): string => momentText(at, zone).slice(0, 10)
  const title = `${t(weeklyWords.title)} · ${sheet.team ?? t(weeklyWords.allTeams)} · ${day(sheet.from)} – ${day(sheet.to)}`
  const lines = (name: Label, each: readonly SheetLine[], figures: readonly SheetFigure[]): Markup =>
    each.length === 0 ? html`${t(weeklyWords.none)}` : table([t(name), ...figures.map(({ label }) => t(label))], each.map(({ label, figures: values }) => [t(label), ...figures.map((figure) => figureText(figure, values))]), allButFirst)
  const { evaluations } = sheet
  const body = html`<h1>${title}</h1>
<h2>${t(weeklyWords.summary)}</h2>${table([t(weeklyWords.figure), t(weeklyWords.week), t(weeklyWords.before)], sheetFigures.map((figure) => [t(figure.label), figureText(figure, sheet.week), figureText(figure, sheet.before)]), new Set([1, 2]))}
<h2>${t(weeklyWords.agents)}</h2>${lines(weeklyWords.agent, sheet.agents, sheetFigures)}
<h2>${t(weeklyWords.rules)}</h2>${lines(weeklyWords.rule, sheet.rules.slice(0, mostRules), ruleFigures)}
<h2>${t(weeklyWords.unrepaired)}</h2>${sheet.unrepaired.length === 0 ? t(weeklyWords.none) : table([t(weeklyWords.time), t(weeklyWords.agent), t(weeklyWords.said), t(weeklyWords.instead), t(weeklyWords.call)], sheet.unrepaired.map((row) => [tight(momentText(row.at, zone).slice(0, 16)), tight(row.agent.name), html`${row.utterance.slice(0, row.start)}<mark>${row.utterance.slice(row.start, row.end)}</mark>${row.utterance.slice(row.end)}`, row.sayInstead, `${row.callId} · ${clockText(row.atMs)}`]))}
<h2>${t(weeklyWords.evaluations)}</h2>${table([weeklyWords.published, weeklyWords.meanScore, weeklyWords.failed, weeklyWords.disputed].map(t), [[evaluations.published, evaluations.meanScore === null ? '–' : evaluations.meanScore.toFixed(1), evaluations.failed, evaluations.disputed]])}
${sheet.missedItems.length === 0 ? null : html`<h2>${t(weeklyWords.missedItems)}</h2>${table([weeklyWords.item, weeklyWords.missed, weeklyWords.answered].map(t), sheet.missedItems.map(({ item, missed, answered }) => [t(itemLabel(item)), missed, answered]), new Set([1, 2]))}`}
<p class="soft">${t(weeklyWords.made)}: ${momentText(madeAt, zone)}</p>`
  return printPage({ language, title, nonce, body })
}

const tight = (text: string): Markup => html`<span class="tight">${text}</span>`
/** Figures that a rule has of its own. */
const ruleFigures = sheetFigures.slice(1, 5)
