import { defineReactions } from './common.ts'

/** What callers do in the refund and exchange family. */
export const refundExchangeReactions = defineReactions({
  'caller fed up with small faults': { zh: '小毛病不断，不信任', en: 'Fed up with small faults' },
  'caller uneasy without exchange': { zh: '不给换，心里不踏实', en: 'Uneasy without an exchange' },
  'caller objects to the rules': { zh: '对规定有意见', en: 'Objects to the rules' },
  'caller chooses exchange': { zh: '要换机', en: 'Chooses the exchange' },
  'caller chooses repair': { zh: '愿意修', en: 'Chooses the repair' },
  'caller wants another model': { zh: '想换别的型号', en: 'Wants another model' },
  'caller takes the same model': { zh: '还是换同型号', en: 'Takes the same model' },
  'caller fears it breaks again': { zh: '怕修完再坏', en: 'Fears it breaks again' },
  'caller says others got one': { zh: '说别人过期也换了', en: 'Others got an exchange' },
  'caller disputes the deduction': { zh: '质疑扣折旧', en: 'Disputes the deduction' },
  'caller denies being told': { zh: '说没人告知样机', en: 'Was never told' },
  'caller has performance faults too': { zh: '性能也有毛病', en: 'Performance fault as well' },
  'caller wants the price difference': { zh: '要求补差价', en: 'Wants the price difference' },
  'caller cites a precedent': { zh: '举出先例', en: 'Cites a precedent' },
  'caller offers a favour': { zh: '说要给好处', en: 'Offers a favour' },
  'caller finds it ugly': { zh: '觉得难看', en: 'Finds it ugly' },
})
