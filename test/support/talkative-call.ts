import type { ClientEvents, TranscriptEvent } from '../../server/protocol.ts'

/** One thing done to a call: speech with its interims, or a request of the agent's page. */
export type CallStep =
  | { readonly kind: 'speech'; readonly events: readonly TranscriptEvent[] }
  | { readonly kind: 'request'; readonly name: keyof ClientEvents; readonly payload: Readonly<Record<string, unknown>> }

const callerLines = ['修了3次了你们到底管不管', '气死我了', '好的', '不行我不同意', '找你们主管', '老是小毛病不断', '买了两个月就坏了', '机器冒烟了', '嗯']
const agentLines = ['您好，阳光李敏为您服务', '真对不起，让您一趟趟跑', '我们的机器我们负责到底', '这事不归我管', '这件事我来处理，今天下午五点前给您回电话', '您请讲', '您慢慢说']
const scenarios = ['repeated-repairs-wants-replacement', 'angry-caller']

/** A generator of numbers in [0, 1): the same seed gives the same numbers (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The nth step of a call that never ends: the same for the same call and number. */
export function stepOfCall(callId: string, number: number): CallStep {
  const random = seededRandom(number * 7_919 + [...callId].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  if (number % 9 === 3) return { kind: 'request', name: 'scenario:choose', payload: { callId, scenario: pick(scenarios) } }
  if (number % 7 === 5) return { kind: 'request', name: 'fact:record', payload: { callId, fact: 'daysOwned', value: Math.floor(random() * 400) } }
  const speaker = random() < 0.5 ? 'agent' : 'caller'
  const text = pick(speaker === 'agent' ? agentLines : callerLines)
  const startMs = number * 1_000
  const event = (part: string, revision: number, final: boolean): TranscriptEvent => ({
    callId, utteranceId: `u${String(number)}`, revision, speaker, text: part, final, startMs, endMs: startMs + 900, source: 'test',
  })
  return { kind: 'speech', events: [event(text.slice(0, 2), 1, false), event(text.slice(0, 4), 2, false), event(text, 3, true)] }
}
