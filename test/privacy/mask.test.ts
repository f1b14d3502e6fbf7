import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskDictated, maskPersonal } from '../../server/privacy/mask.ts'
import { loadSamples } from '../../server/samples/sample-file.ts'

const samples = loadSamples(fileURLToPath(new URL('../../data/sample-calls', import.meta.url)))

describe('Masking', () => {
  it.each([
    ['我的电话是13800138000', '我的电话是138****8000'],
    ['打+8613800138000', '打+86138****8000'],
    ['138 0013 8000是我的号', '138 **** 8000是我的号'],
    ['138-0013-8000', '138-****-8000'],
    ['您记一下，幺三八零零幺三八零零零', '您记一下，幺三八****八零零零'],
    ['幺三八，零零幺三，八零零零', '幺三八，****，八零零零'],
    ['座机010-62781234', '座机010-******34'],
    ['电话是62781234', '电话是******34'],
    ['身份证11010519491231002X', '身份证1*****************'],
    ['卡号四幺幺幺幺幺幺幺幺幺幺幺幺幺幺幺', '卡号************幺幺幺幺'],
    ['卡号4111111111111111', '卡号************1111'],
    ['卡号4111 1111 1111 1111', '卡号**** **** **** 1111'],
    ['邮箱是zhangsan@example.com', '邮箱是z*******@example.com'],
    ['车牌粤B12345', '车牌粤B*****'],
    ['中山路38号3号楼2单元502室', '中山路**号*号楼*单元***室'],
    ['住五零二室', '住***室'],
  ])('covers what is personal in %s', (text, masked) => {
    expect(maskPersonal(text)).toBe(masked)
  })

  it.each([
    '这台机器一千三百八十块，活动价1399元',
    '2026年11月22日下午三点，2026-11-22 15:30',
    '价格分别是199，2999，1399',
    '我现在给您建单，单号是20261122018',
    '单号是4111111111111111',
    '编号是EB02718346',
    '报电话也行，单号念给我',
    '我八号来，五号六号都行，知道五号到',
    '送到维修室，一路8号线',
    '工号1001，热线4008001234',
    '七天包退、十五天包换、一年保修',
  ])('leaves %s as it is', (text) => {
    expect(maskPersonal(text)).toBe(text)
  })

  it('never changes the length of a text, and nothing when it is done again', () => {
    const piece = fc.oneof(
      fc.constantFrom('电话', '单号', '幺三八零零', '13800138000', '@', 'a.b@c.com', '路38号', '单元502室', '粤B', '，', ' ', '-', '号楼', '🙂', '对', '4111111111111111', 'X'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.stringMatching(/^[0-9零一二三四五六七八九幺]{1,20}$/u),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')), (text) => {
        const masked = maskPersonal(text)
        expect(masked).toHaveLength(text.length)
        expect(maskPersonal(masked)).toBe(masked)
      }),
      { numRuns: 2_000, seed: 20_261_122 },
    )
  })

  it('covers every mobile number, wherever it stands and however it is divided', () => {
    const digits = fc.tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{9}$/u)).map(([second, rest]) => `1${second}${rest}`)
    fc.assert(
      fc.property(digits, fc.constantFrom('', '-', ' '), fc.constantFrom('我电话', '打', '号码是', ''), (number, divider, before) => {
        const written = [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(divider)
        expect(maskPersonal(`${before}${written}，谢谢`)).toBe(`${before}${number.slice(0, 3)}${divider}****${divider}${number.slice(7)}，谢谢`)
      }),
      { seed: 20_261_122 },
    )
  })

  it('never covers prices, dates or ticket numbers', () => {
    const price = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('元', '块', '块钱')).map(([sum, unit]) => `费用${String(sum)}${unit}`)
    const date = fc.date({ min: new Date('2000-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }).map((day) => `${String(day.getFullYear())}年${String(day.getMonth() + 1)}月${String(day.getDate())}日送修，${day.toISOString().slice(0, 16).replace('T', ' ')}`)
    const ticket = fc.stringMatching(/^20\d{6}\d{3,5}$/u).map((number) => `单号是${number}，您记一下`)
    fc.assert(
      fc.property(fc.oneof(price, date, ticket), (text) => {
        expect(maskPersonal(text)).toBe(text)
      }),
      { numRuns: 2_000, seed: 20_261_122 },
    )
  })

  it('covers nothing in the words of the sample calls but the number and the address that callers read out', () => {
    const changed = samples.flatMap(({ turns }) => turns.map(({ text }) => ({ text, masked: maskPersonal(text) })).filter(({ text, masked }) => text !== masked))
    expect(changed).toEqual([{ text: '一三九一二三四五六七八', masked: '一三九****五六七八' }, { text: '邮箱是wangkai@example.com', masked: '邮箱是w******@example.com' }])
  })

  it('covers a piece of a number that is dictated, and no other words', () => {
    expect(maskDictated('幺三八，嗯，零零')).toBe('***，嗯，**')
    expect(maskDictated('对，8000')).toBe('对，****')
    expect(maskDictated('三号上午')).toBeNull()
  })
})
