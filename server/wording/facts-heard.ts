import { type FactBook, type FactEar, longestHeard, noFacts, oneOption } from './fact-words.ts'
import { type Normalised, normalise, normalisedText, originalSpan } from './normalise.ts'
import { spokenValue } from './spoken-values.ts'
import type { Span, Speaker } from './types.ts'

/** The fact that the current step asks for, with the labels of its options. */
export interface AskedFact {
  readonly id: string
  readonly kind: 'number' | 'choice' | 'yes-no' | 'text'
  /** Option id to the words for it. */
  readonly options: Readonly<Record<string, string>>
  /** What a number counts: 次, 天, 个. */
  readonly unit?: string
  /** False while the question has not been put: only a short utterance then answers it. */
  readonly put?: boolean
}
/** A fact stated plainly, with the words that say it. */
export interface HeardFact extends Span {
  readonly fact: string
  readonly value: string | number | boolean
  readonly weak?: true
}

interface Plain {
  readonly fact: string
  readonly by: Speaker
  readonly pattern: RegExp
  readonly value: (match: RegExpExecArray) => string | number | boolean | null
}

const daysIn: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30, 年: 365 }

/** A length of time in days: "3", "个月", "半" → 105. `half` before the unit counts alone, after it counts on top. */
function days(count: string | undefined, unit: string | undefined, half: string | undefined): number | null {
  const size = daysIn[(unit ?? '').replace(/[个多]/gu, '')]
  if (size === undefined) return null
  const whole = count === '半' ? 0.5 : Number(count)
  return Number.isFinite(whole) ? Math.round((whole + (half ? 0.5 : 0)) * size) : null
}

const length = '(?:大概|大约|差不多|快|才|刚|刚刚|不到|有|都|已经|也就){0,3}(\\d{1,4}|半)(?:来|多|几)?(天|个?多?月|年|个?多?星期|个?多?礼拜|周)(半)?'
const bought = '(?:买|购|入手|到手|拿到手|提货)'
const count = (match: RegExpExecArray): number => Number(match[1])

/** Patterns over normalised text: numerals are digits, fillers and punctuation are gone. */
const plainFacts: readonly Plain[] = [
  { fact: 'daysOwned', by: 'caller', pattern: new RegExp(`${bought}(?:了|来|回来|的|到现在|到今天|机器|电脑|本子|这台)*${length}`, 'u'), value: (m) => days(m[1], m[2], m[3]) },
  { fact: 'daysOwned', by: 'caller', pattern: new RegExp(`${length}(?:前|以前|之前)(?:刚|才|在\\S{0,4})?${bought}`, 'u'), value: (m) => days(m[1], m[2], m[3]) },
  { fact: 'daysOwned', by: 'caller', pattern: new RegExp(`(?:(?:才|刚|就|只|总共)(?:用|使)(?:了|过)?|(?:用|使)了)${length}`, 'u'), value: (m) => days(m[1], m[2], m[3]) },
  { fact: 'daysOwned', by: 'caller', pattern: new RegExp(`(昨天|前天|今天)(?:刚|才)?${bought}`, 'u'), value: (m) => ({ 今天: 0, 昨天: 1, 前天: 2 })[m[1] ?? ''] ?? null },
  { fact: 'repairCount', by: 'caller', pattern: /修(?:了|过|都|已经|有|足足|整整)+(\d{1,2})(?:次|回|趟|遍)/u, value: count },
  { fact: 'repairCount', by: 'caller', pattern: /(?:上门|来|跑)(?:了|过)(\d{1,2})(?:次|回|趟)/u, value: count },
  { fact: 'repairCount', by: 'caller', pattern: /第(\d{1,2})(?:次|回|趟)(?:报修|修|来修|上门|送修|打电话报修)/u, value: (m) => Math.max(0, count(m) - 1) },
  { fact: 'repairCount', by: 'caller', pattern: /(?:没|没有|从没|从来没|还没)修过|第1次(?:坏|出(?:毛病|故障|问题))|头1(?:次|回)(?:坏|出)/u, value: () => 0 },
  { fact: 'repairDays', by: 'caller', pattern: new RegExp(`(?:送修|送去修|修了|放(?:在)?你们(?:那|那里|这|这里|站里|维修站))(?:都|已经|快|整整|有|了|过)*${length}`, 'u'), value: (m) => days(m[1], m[2], m[3]) },
  { fact: 'warranty', by: 'caller', pattern: /(?:过了|出了|超了|超过|不在|没在|已经过)(?:保修期?|质保期?|保)(?!证|护|养|管)|(?:保修期?|质保期?)(?:过了|早过了|已经过了|到期了|刚过)|过保了|出保了|保外/u, value: () => 'out' },
  { fact: 'warranty', by: 'caller', pattern: /(?:还在|仍在|都在|在)(?:保修期?|质保期?|三包期?|3包期?|保)(?:里|内|里头|里面)|(?:没|没有|还没|还没有|未)(?:过|出)(?:保|保修期?|质保期?)|还在保修|还在质保|保内/u, value: () => 'in' },
  { fact: 'sameFault', by: 'caller', pattern: /(?:还是|又是|都是|总是|老是)(?:那个|这个|同1个|原来的?|1样的?)?(?:那个|这个|同1个|老|原来的?|1样的?)(?:毛病|问题|故障)|(?<!不是)同1个(?:毛病|问题|故障)|(?:毛病|问题|故障)(?:还|又)?(?:是)?1样/u, value: () => true },
  { fact: 'sameFault', by: 'caller', pattern: /(?:不是同1个|不是1样|跟上次不1样|和上次不1样|换了个)(?:毛病|问题|故障)?/u, value: () => false },
  { fact: 'invoice', by: 'caller', pattern: /(?:发票|小票)(?:早就|都|给|被)?(?:我|孩子|家里)?(?:弄)?(?:丢|没了|找不到|找不着|不见|扔)/u, value: () => 'lost' },
  { fact: 'invoice', by: 'caller', pattern: /(?:没|没有|压根没|从来没)(?:给我?)?开(?:过)?(?:发)?票/u, value: () => 'never' },
  { fact: 'invoice', by: 'caller', pattern: /(?:发票|小票)(?:还|都)?(?:在|有|留着)(?!吗|没)|有发票(?!吗|没|的话)/u, value: () => 'present' },
  { fact: 'someoneHurt', by: 'caller', pattern: /(?:人|我们|大家)(?:都)?(?:没事|没伤|没受伤|好好的)|没(?:有)?(?:人)?受伤|没伤(?:着|到)人/u, value: () => false },
  { fact: 'poweredOff', by: 'caller', pattern: /(?:已经|早就|都|马上)?(?:断电了|拔了(?:插头|电源)|(?:插头|电源)(?:已经|都)?(?:拔了|拔掉了|关了))/u, value: () => true },
]

const yes = /^(?:是的?|对|嗯|有|行|可以|能|没错|当然|同1个)(?!问题吗|点|不)/u
const no = /^(?:不是|没有?|不对|还没有?|不行|不能|不可以|不用|不要|不(?=$))(?!关系|事|问题|着急|急)/u

/** Words of one who does not know, and two sides of a question: 有没有, 方不方便. */
const doesNotKnow = /不知道|不晓得|不清楚|说不清|说不准|说不好|记不清|分不清|拿不准|看不懂/u
const eitherWay = /(\p{L})[不没]\1/u
/** Who does not know has stated nothing: 有没有发票我不知道, 方不方便得问问, 记不清加过没有. */
const undecided = (plain: string): boolean =>
  (eitherWay.test(plain) && (doesNotKnow.test(plain) || /得(?:看|问|找|回)/u.test(plain))) || /(?:不知道|不晓得|不清楚|说不(?:清|准|好)|[记分]不清|拿不准)了?$/u.test(plain) || /^(?:我)?(?:也)?(?:记不清|不知道)/u.test(plain)

/** What is asked back, or weighs two things, states nothing. */
const asks = /(?:吗|[?？])[。！!]?$|是.{1,12}还是|是不是|有没有/u

/**
 * Facts stated plainly in one utterance. What is merely asked ("还在保修期吗") or denied does not count.
 * With `asked`, an answer to the step's question counts too: one option named, a bare number, yes or no, a time, a number to call;
 * `weak` when it is but the whole answer to an open question, so that anything else heard in it goes before.
 * `book`: the library's words for facts.
 */
export function hearFacts(text: string, speaker: Speaker, asked: AskedFact | null, book: FactBook = noFacts): readonly HeardFact[] {
  const normalised = normalise(text)
  const plain = normalisedText(normalised)
  const heard: HeardFact[] = []
  const open = undecided(plain)
  for (const { fact, by, pattern, value } of plainFacts) {
    if (open || by !== speaker || heard.some((each) => each.fact === fact)) continue
    const match = pattern.exec(plain)
    const found = match === null ? null : value(match)
    if (match === null || found === null || questioned(plain, match)) continue
    heard.push({ fact, value: found, ...originalSpan(normalised, match.index, match.index + match[0].length) })
  }
  for (const [fact, ear] of book.plain) {
    if ((ear.by !== speaker && ear.by !== 'either') || heard.some((each) => each.fact === fact)) continue
    const found = plainly(fact, ear, text, normalised)
    if (found !== null) heard.push(found)
  }
  if (asked === null || heard.some(({ fact }) => fact === asked.id)) return heard
  const answer = answerTo(asked, book, { text, speaker, normalised, plain })
  return answer === null ? heard : [...heard, answer]
}

const questioned = (plain: string, match: RegExpExecArray): boolean =>
  /^期?(?:内|里|里头)?(?:了)?(?:没有|没|不|是不是|对不对)?(?:吗|么|没有|没)$/u.test(plain.slice(match.index + match[0].length)) ||
  /(?:是不是|有没有|算不算|如果|要是|万1)$/u.test(plain.slice(0, match.index))

const valueOf = (option: string): string | boolean => (option === 'yes' ? true : option === 'no' ? false : option)

/** A fact that is heard whenever it is said. */
function plainly(fact: string, { plain, said, after, takes }: FactEar, text: string, normalised: Normalised): HeardFact | null {
  if (asks.test(text)) return null
  const option = oneOption(plain, normalised)
  if (option !== null) return { fact, value: valueOf(option.option), start: option.start, end: option.end }
  const words = longestHeard(said, normalised)
  if (words !== null) {
    const span = originalSpan(normalised, words.from, words.to)
    return { fact, value: text.slice(span.start, span.end), ...span }
  }
  const before = longestHeard(after, normalised)
  if (before === null || takes === null || takes === 'words') return null
  const { end } = originalSpan(normalised, before.from, before.to)
  const value = spokenValue(takes, text.slice(end))
  return value === null || value.start > mostBetween ? null : { fact, value: value.value, start: end + value.start, end: end + value.end }
}
/** UTF-16 units that may stand between 单号 and the number: 是, 的, a pause. */
const mostBetween = 6

interface Answer {
  readonly text: string
  readonly speaker: Speaker
  readonly normalised: Normalised
  readonly plain: string
}

function answerTo(asked: AskedFact, book: FactBook, answer: Answer): HeardFact | null {
  const { text, speaker, normalised, plain } = answer
  const ear = book.facts.get(asked.id)
  const takes = asked.kind === 'text' ? (ear?.takes ?? (asked.id.endsWith('Time') ? 'time' : null)) : null
  const by = ear?.by ?? (takes === 'time' ? 'either' : 'caller')
  if (by !== speaker && by !== 'either') return null
  const early = asked.put === false && speaker === 'caller'
  if (takes === 'words' && early) return null
  if (takes === 'words') return wholeAnswer(asked.id, answer, book)
  if (takes !== null) {
    const value = speaker === 'agent' && takes !== 'time' && asks.test(text) ? null : spokenValue(takes, text)
    return value === null ? null : { fact: asked.id, ...value }
  }
  const open = undecided(plain)
  const option = ear === undefined || asks.test(text) || (speaker === 'agent' && eitherWay.test(plain)) || (early && normalised.length > longestEarly) ? null : oneOption(ear.options, normalised)
  if (option !== null && (!open || doesNotKnow.test(text.slice(option.start, option.end)))) return { fact: asked.id, value: valueOf(option.option), start: option.start, end: option.end }
  return speaker === 'caller' && asked.kind !== 'text' && !open ? shortAnswer(plain, normalised, asked) : null
}

/** Characters of an utterance that may be an answer to what has not been asked yet, at most. */
const longestEarly = 12
/** Characters that an answer to an open question has, at least, and that are kept of it, at most. */
const shortestAnswer = 4
const longestAnswer = 80

function wholeAnswer(fact: string, { text, speaker, normalised }: Answer, { noAnswer }: FactBook): HeardFact | null {
  if (speaker !== 'caller' || normalised.length < shortestAnswer || /[?？]|(?:吗|什么意思)$/u.test(text) || longestHeard(noAnswer, normalised) !== null) return null
  const value = text.trim().slice(0, longestAnswer)
  return { fact, value, start: 0, end: text.length, weak: true }
}

/** By what a number is counted in speech, by the unit of the fact. */
const countedBy: Readonly<Record<string, string>> = { 天: '天|个?月|年|个?星期|个?礼拜|周', 次: '次|回|趟|遍', 个: '个', 小时: '个?小时|个?钟头', 年: '年' }

/** The one number with its unit in an answer (送去12天了, 我数了3遍一共6个); null when there is none or several. */
function counted(plain: string, unit: string | undefined): RegExpExecArray | null {
  const by = countedBy[unit ?? '']
  if (by === undefined) return null
  const found = [...plain.matchAll(new RegExp(`(?<![同每1-9])(\\d{1,4}|半)(?:来|多|几)?(${by})(半)?(?!毛病|地方|问题|故障|星期|礼拜|月|小时|钟头)`, 'gu'))]
  const [only] = found
  return only !== undefined && found.length === 1 ? only : null
}

function shortAnswer(plain: string, normalised: Normalised, asked: AskedFact): HeardFact | null {
  const at = (value: HeardFact['value'], from: number, size: number): HeardFact => ({ fact: asked.id, value, ...originalSpan(normalised, from, from + size) })
  if (asked.kind === 'choice') {
    const named = Object.entries(asked.options).flatMap(([id, words]) => {
      const wanted = normalisedText(normalise(words))
      const from = plain.indexOf(wanted)
      return from < 0 || wanted === '' ? [] : [{ id, from, size: wanted.length }]
    })
    const [only] = named
    return only !== undefined && named.length === 1 ? at(only.id, only.from, only.size) : null
  }
  if (asked.kind === 'number') {
    const length = counted(plain, asked.unit) ?? /^(?:大概|大约|差不多|快|才|刚|有|买了|用了)*(\d{1,4}|半)(?:来|多|几)?(天|个?月|年|个?星期|个?礼拜|周|次|回|趟)?(半)?/u.exec(plain)
    if (length === null) return null
    const inDays = asked.id.startsWith('days') || asked.id.endsWith('Days') ? days(length[1], length[2] ?? '天', length[3]) : Number(length[1])
    return inDays === null || Number.isNaN(inDays) ? null : at(inDays, length.index, length[0].length)
  }
  const answer = no.exec(plain) ?? yes.exec(plain)
  return answer === null ? null : at(!no.test(plain), 0, answer[0].length)
}
