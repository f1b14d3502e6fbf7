import { defineFacts } from '../fact-kinds.ts'

/** Facts of the environment family. */
export const environmentFacts = defineFacts({
  resolutionState: {
    kind: 'choice',
    zh: '分辨率',
    en: 'Resolution',
    options: { normal: { zh: '正常档', en: 'Normal' }, changed: { zh: '被调过', en: 'Changed' } },
  },
  interferenceSource: {
    kind: 'choice',
    zh: '周边磁场来源',
    en: 'Magnetic source nearby',
    options: { nearby: { zh: '靠近强磁场', en: 'Close to one' }, none: { zh: '没有可疑来源', en: 'None' } },
  },
  rippleAfterMove: {
    kind: 'choice',
    zh: '挪后水纹',
    en: 'Ripple after moving',
    options: { gone: { zh: '消失', en: 'Gone' }, remains: { zh: '仍在', en: 'Remains' } },
  },
})
