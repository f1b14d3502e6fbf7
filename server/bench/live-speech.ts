import type { TranscriptEvent } from '../protocol.ts'

const lines = {
  caller: [
    '你们这台机器都修了三次了今天又开不了机我不修了给我换一台',
    '光说对不起有什么用我凭什么还信你们',
    '我买了才两个多月屏幕就开始闪你们说怎么办吧',
    '那你给我个准话到底哪天能修好',
    '行吧那你帮我登记一下我下午在家',
    '我问一下我这个本子还在不在保修期里头',
    '上次那个师傅来了把光驱拆了又说没配件就走了',
    '再不给我解决我就找你们主管了',
  ],
  agent: [
    '修了三次还没好换谁都着急真对不起给您添麻烦了',
    '您买的是我们的电脑这件事我们负责到底您放心',
    '我这就把您的维修记录调出来对一下次数和日期',
    '这个嘛这事不归我们管是维修站那边定的',
    '这件事我先接下来今天下午五点前给您回音',
    '您看哪天什么时段家里方便我按您的时间来约',
    '麻烦您把机身上的编号念给我听我查一下保修',
    '您稍等我查一下大约一分钟您看可以吗',
  ],
} as const

/** Interim texts of one utterance, then the final: 4 a second over 3 s. */
const partsOfUtterance = 13
/** ms of one utterance. */
export const utteranceMs = 3_000
/** ms between two events of one call. */
export const eventMs = utteranceMs / partsOfUtterance

/** The nth event of a call: each utterance grows over twelve interims and becomes final with the thirteenth; the speakers take turns. */
export function speechEvent(callId: string, call: number, number: number): TranscriptEvent {
  const utterance = Math.floor(number / partsOfUtterance)
  const part = (number % partsOfUtterance) + 1
  const speaker = utterance % 2 === 0 ? 'caller' : 'agent'
  const text = lines[speaker][(call + (utterance >> 1)) % lines[speaker].length] ?? ''
  const final = part === partsOfUtterance
  return {
    callId,
    utteranceId: `u${String(utterance)}`,
    revision: part,
    speaker,
    text: final ? text : text.slice(0, Math.ceil((text.length * part) / partsOfUtterance)),
    final,
    startMs: utterance * utteranceMs,
    endMs: utterance * utteranceMs + Math.round(part * eventMs),
    source: 'bench',
  }
}
