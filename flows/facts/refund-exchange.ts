import { defineFacts } from '../fact-kinds.ts'

/** Facts of the refund and exchange family. */
export const refundExchangeFacts = defineFacts({
  meetsExchangeRule: { kind: 'yes-no', zh: '符合换机规定', en: 'Meets the exchange rule' },
  repairWorry: {
    kind: 'choice',
    zh: '用户心结',
    en: 'What weighs on the caller',
    options: {
      distrust: { zh: '烦躁不信任', en: 'Fed up, distrusts repair' },
      anxious: { zh: '不能换机不安', en: 'Uneasy about no exchange' },
      rules: { zh: '对规定有意见', en: 'Objects to the rules' },
    },
  },
})
