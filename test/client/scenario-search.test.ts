import { describe, expect, test } from 'vitest'
import { scenarioSearch } from '../../client/src/state/scenario-search.ts'
import type { ScenarioCard } from '../../server/protocol.ts'

const card = (id: string, zh: string, pinyin: string, initials: string, openings: readonly string[] = [], family = '退换机'): ScenarioCard => ({
  id,
  family: 'any',
  familyLabel: { zh: family, en: 'Refund and exchange' },
  title: { zh, en: id.replaceAll('-', ' ') },
  goal: { zh: '', en: '' },
  openings,
  phrases: [],
  pinyin,
  initials,
})
const search = scenarioSearch([
  card('repeated-repairs', '修过好几回又坏了', 'xiuguohaojihuiyouhuaile', 'xghjhyhl', ['这台机器你们都修了多少次了今天又坏了']),
  card('exchange-wants-refund', '符合换机，却要退货', 'fuhehuanjiqueyaotuihuo', 'fhhjqyth', ['够换了我也不想换就想把钱拿回来']),
  card('no-invoice-return', '没有发票要退货', 'meiyoufapiaoyaotuihuo', 'myfpyth', ['票早扔了能退吗']),
  card('noisy-fan', '风扇声音太大', 'fengshanshengyintaida', 'fssytd', ['跟拖拉机一样响'], '质量与信任'),
])
const ids = (query: string) => search(query).map(({ id }) => id)

describe('the agent’s search', () => {
  test('nothing typed finds nothing', () => {
    expect(ids('  ')).toEqual([])
  })

  test('words of the title', () => {
    expect(ids('发票')[0]).toBe('no-invoice-return')
  })

  test('a wrong character in the title is forgiven', () => {
    expect(ids('修过好几会')[0]).toBe('repeated-repairs')
  })

  test('pinyin, whole or spaced', () => {
    expect(ids('fapiao')[0]).toBe('no-invoice-return')
    expect(ids('feng shan')[0]).toBe('noisy-fan')
  })

  test('a slip in the pinyin is forgiven', () => {
    expect(ids('fengshang')[0]).toBe('noisy-fan')
  })

  test('initials, those at the beginning of a name first', () => {
    expect(ids('fs')[0]).toBe('noisy-fan')
    expect(ids('myfp')[0]).toBe('no-invoice-return')
  })

  test('what a caller says, with the sentence that was found', () => {
    expect(search('拖拉机')[0]).toMatchObject({ id: 'noisy-fan', words: '跟拖拉机一样响' })
  })

  test('what a caller says in another order', () => {
    expect(search('今天又坏了这台机器都修了多少次')[0]).toMatchObject({ id: 'repeated-repairs', words: '这台机器你们都修了多少次了今天又坏了' })
  })

  test('a family lists its scenarios', () => {
    expect(ids('质量与信任')[0]).toBe('noisy-fan')
  })

  test('English titles', () => {
    expect(ids('invoice')[0]).toBe('no-invoice-return')
  })

  test('each scenario is found once', () => {
    const found = ids('退货')
    expect(found.length).toBe(new Set(found).size)
    expect(found.toSorted()).toEqual(expect.arrayContaining(['exchange-wants-refund', 'no-invoice-return']))
  })
})
