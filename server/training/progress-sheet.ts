import { stringify } from 'csv-stringify/sync'
import writeXlsxFile from 'write-excel-file/node'
import type { Label, ProgressView, TraineeProgress } from '../protocol.ts'

export type SheetLanguage = 'zh' | 'en'
type Value = string | number | null

const lackWords = { score: { zh: '准备度不够', en: 'readiness too low' }, exam: { zh: '考试不够', en: 'exams lacking' }, wording: { zh: '禁语未挽回', en: 'forbidden phrases left' } }
const readyWord: Label = { zh: '可以上线', en: 'ready' }
const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 100))

const columns: readonly { readonly label: Label; readonly of: (trainee: TraineeProgress, language: SheetLanguage) => Value }[] = [
  { label: { zh: '姓名', en: 'Name' }, of: ({ person }) => person.name },
  { label: { zh: '班组', en: 'Team' }, of: ({ team }) => team?.name ?? null },
  { label: { zh: '准备度', en: 'Readiness' }, of: ({ readiness }) => readiness },
  { label: { zh: '上线', en: 'Floor' }, of: ({ lacks }, language) => (lacks.length === 0 ? readyWord[language] : lacks.map((lack) => lackWords[lack][language]).join('; ')) },
  { label: { zh: '掌握场景', en: 'Scenarios mastered' }, of: ({ mastered }) => mastered },
  { label: { zh: '应掌握场景', en: 'Scenarios wanted' }, of: ({ scenarios }) => scenarios },
  { label: { zh: '走通分支', en: 'Branches passed' }, of: ({ branchesPassed }) => branchesPassed },
  { label: { zh: '全部分支', en: 'Branches' }, of: ({ branches }) => branches },
  { label: { zh: '没留下禁语的练习 %', en: 'Drills without a forbidden phrase left %' }, of: ({ clean }) => percent(clean) },
  { label: { zh: '考试均分', en: 'Exam mean' }, of: ({ examMean }) => (examMean === null ? null : Math.round(examMean * 10) / 10) },
  { label: { zh: '练习次数', en: 'Drills' }, of: ({ drills }) => drills },
  { label: { zh: '最近练习', en: 'Last drill' }, of: ({ lastDrillAt }) => (lastDrillAt === null ? null : new Date(lastDrillAt).toISOString()) },
]

/** A spreadsheet runs cells that begin like a formula; a quote in front keeps them text. */
const harmless = (value: Value): Value => (typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value)

function rowsOf({ trainees }: ProgressView, language: SheetLanguage): Value[][] {
  return [columns.map(({ label }) => label[language]), ...trainees.map((trainee) => columns.map(({ of }) => harmless(of(trainee, language))))]
}

/** The trainees as CSV, with the mark that makes spreadsheets read it as UTF-8. */
export const progressCsv = (view: ProgressView, language: SheetLanguage): string => `\ufeff${stringify(rowsOf(view, language))}`

/** The trainees as a workbook, figures as numbers. */
export function progressWorkbook(view: ProgressView, language: SheetLanguage): Promise<Buffer> {
  const data = rowsOf(view, language).map((row, at) => row.map((value) => (value === null ? null : { value, ...(at === 0 && { fontWeight: 'bold' as const }) })))
  return writeXlsxFile([{ sheet: language === 'zh' ? '培训进度' : 'Progress', data }]).toBuffer()
}
