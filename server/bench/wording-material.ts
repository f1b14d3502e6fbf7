/** Made-up rules and utterances for measuring: the same on every machine. */
export interface Material {
  readonly phrases: readonly string[]
  readonly utterances: readonly string[]
}

const characters =
  '这那个我们您你他的是有不在了要会给说就得好可以能来去到为上下人着过没也都还再看问打电话机器维修站换退货钱单号时间今明天工程师客服务保修期检测数据备份屏幕主板硬盘声音系统网络驱动安装申请登记反映处理解决等通知办法规定公司领导部门商家责任'

/** Linear congruential generator: numbers in [0, below). */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** `count` phrases of 4–7 characters, and a thousand utterances of some 35, one in five with a phrase in it. */
export function madeUp(count: number): Material {
  const next = random(20_261_122)
  const text = (length: number): string => Array.from({ length }, () => characters[next(characters.length)] ?? '').join('')
  const phrases = Array.from({ length: count }, () => text(4 + next(4)))
  const utterances = Array.from({ length: 1000 }, (_, index) => {
    const before = text(10 + next(20))
    return index % 5 === 0 ? `${before}，${phrases[next(count)] ?? ''}${text(next(16))}` : `${before}，${text(next(20))}`
  })
  return { phrases, utterances }
}

/** Texts that make careless matchers slow, each of some `length` characters. */
export const adversarial: Readonly<Record<string, (length: number) => string>> = {
  'one character over and over': (length) => '等'.repeat(length),
  'the beginning of a pattern over and over': (length) => '不归我们'.repeat(length / 4),
  'a match over and over': (length) => '您再等等吧，'.repeat(length / 6),
  'a match and a quotation over and over': (length) => '您说不归我管'.repeat(length / 6),
  'nothing but numerals': (length) => '一百二十三万'.repeat(length / 6),
  'nothing but fillers': (length) => '嗯那个啊这个就是说'.repeat(length / 9),
  'nothing but emoji': (length) => '😀'.repeat(length / 2),
}
