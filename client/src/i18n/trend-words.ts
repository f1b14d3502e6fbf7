import { words } from './use-text.ts'

/** Texts of the trends page. */
export const trendWords = words({
  by: { zh: '按什么比', en: 'Compare by' },
  groups: {
    agent: { zh: '坐席', en: 'Agent' },
    team: { zh: '班组', en: 'Team' },
    scenario: { zh: '情况', en: 'Scenario' },
    rule: { zh: '规则', en: 'Rule' },
    version: { zh: '话术版本', en: 'Script version' },
  },
  bucket: { zh: '每一格', en: 'Each point' },
  buckets: { day: { zh: '一天', en: 'a day' }, week: { zh: '一周', en: 'a week' } },
  measure: { zh: '看什么', en: 'Measure' },
  measures: {
    per100: { zh: '每百通问题', en: 'Findings per 100 calls' },
    repairRate: { zh: '补救率', en: 'Repair rate' },
    falseAlarmRate: { zh: '误报率', en: 'False-alarm rate' },
    adherence: { zh: '要点说到率', en: 'Script adherence' },
    conventions: { zh: '规范做到率', en: 'Conventions kept' },
    handlingMs: { zh: '平均时长', en: 'Handling time' },
    calls: { zh: '通话数', en: 'Calls' },
  },
  everyone: { zh: '全体', en: 'All' },
  outcome: { zh: '结果', en: 'Outcomes' },
  judged: (count: number) => ({ zh: `判过 ${count} 条`, en: `${count} judged` }),
  none: { zh: '—', en: '–' },
  chart: { zh: '随时间的变化', en: 'Over time' },
  pick: { zh: '点表里的行，选图上画谁', en: 'Pick rows to draw them' },
  unknownOutcome: { zh: '没走完', en: 'Not finished' },
})
