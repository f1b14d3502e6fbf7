import { defineReactions } from './common.ts'

/** What callers do in the environment family. */
export const environmentReactions = defineReactions({
  'caller demands a visit at once': { zh: '要立刻派人上门', en: 'Demands a visit at once' },
  'caller is still uneasy about the screen': { zh: '心里不踏实', en: 'Still uneasy' },
  'ripple is gone': { zh: '水纹没了', en: 'Ripple gone' },
  'ripple remains': { zh: '水纹还在', en: 'Ripple remains' },
  'caller cannot move it now': { zh: '眼下不方便挪', en: 'Cannot move it now' },
})
