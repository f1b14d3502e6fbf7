import { words } from './use-text.ts'

/** Texts of the page of weekly sheets. */
export const reportWords = words({
  title: { zh: '周报', en: 'Weekly sheets' },
  help: { zh: '一个班组一周的情况：和上周比、每个坐席、每条规则、没补救的禁语、评分。', en: 'A team’s week: against the week before, by agent and rule, what was left unrepaired, evaluations.' },
  week: { zh: '哪一周', en: 'Week' },
  previous: { zh: '上一周', en: 'Week before' },
  next: { zh: '下一周', en: 'Week after' },
  team: { zh: '班组', en: 'Team' },
  allTeams: { zh: '全部班组', en: 'All teams' },
  open: { zh: '打开，可打印', en: 'Open to print' },
  download: { zh: '下载 Excel', en: 'Download Excel' },
})
