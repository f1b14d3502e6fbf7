import { SunlineError } from '../errors.ts'
import { longestText } from '../ingest/neutral.ts'
import type { ImportFault, Label, Speaker } from '../protocol.ts'

/** One utterance of a transcript from outside. `startMs`, `endMs`: since the call began. `line`: in the file, from 1. */
export interface ImportedTurn {
  readonly line: number
  readonly speaker: Speaker
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}
export interface ReadTurns {
  readonly turns: readonly ImportedTurn[]
  readonly faults: readonly ImportFault[]
}
/** A turn as the file writes it; `endMs` null: not given. */
export interface WrittenTurn {
  readonly line: number
  readonly speaker: unknown
  readonly text: unknown
  readonly startMs: number | null
  readonly endMs: number | null
}

const longestMs = 86_400_000
/** About how long a spoken character lasts, ms: for files that give no end. */
const msPerCharacter = 220
const loneSurrogate = /\p{Surrogate}/gu

const speakers: Readonly<Record<Speaker, readonly string[]>> = {
  agent: ['agent', '坐席', '座席', '客服', '话务员', '接线员', '服务员', 'staff', 'operator', 'representative'],
  caller: ['caller', '用户', '客户', '顾客', '来电人', '来电者', '主叫', 'customer', 'client', 'user'],
}

/** Who is meant by a name such as 客服, 坐席1 or Customer; null when it is no such name. */
export function speakerOf(name: unknown): Speaker | null {
  if (typeof name !== 'string') return null
  const meant = name.normalize('NFKC').trim().toLowerCase().replace(/[\s_-]*\d+$/u, '')
  return (Object.keys(speakers) as Speaker[]).find((speaker) => speakers[speaker].includes(meant)) ?? null
}

/** A time of day within the call, `1:02:03.4`, `02:03,400` or seconds `123.4`, in ms; null when it is none. */
export function clockMs(text: string): number | null {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,3}))?$/u.exec(text.trim())
  if (!parts) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = parts
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(fraction.padEnd(3, '0'))
}

/** Checks turns as written. Turns without words are passed over. */
export function checkTurns(written: readonly WrittenTurn[], before: readonly ImportFault[] = []): ReadTurns {
  const turns: ImportedTurn[] = []
  const faults = [...before]
  for (const { line, speaker: name, text, startMs, endMs } of written) {
    const fault = (zh: string, en: string): void => void faults.push({ line, message: { zh, en } })
    const speaker = speakerOf(name)
    if (typeof text !== 'string') fault('text：这里要有说的话', 'text: expected the words that were spoken')
    else if (text.trim() === '') continue
    else if (text.length > longestText) fault(`text：最多 ${String(longestText)} 个字`, `text: at most ${String(longestText)} characters`)
    else if (speaker === null) fault('speaker：说话人要写坐席（agent、客服）或用户（caller、客户）', 'speaker: expected agent (坐席, 客服) or caller (用户, 客户)')
    else if (startMs === null || !(startMs >= 0 && startMs <= longestMs)) fault('start：开始时间要在一天之内，写毫秒数或 00:01:02.500', 'start: expected a time within a day, in ms or as 00:01:02.500')
    else if (endMs !== null && !(endMs >= startMs && endMs <= longestMs)) fault('end：结束时间不能早于开始', 'end: expected a time not before the start')
    else {
      const words = text.trim().replace(loneSurrogate, '\uFFFD')
      turns.push({ line, speaker, text: words, startMs: Math.round(startMs), endMs: Math.round(endMs ?? startMs + words.length * msPerCharacter) })
    }
  }
  return { turns, faults }
}

/** Utterances that one call may have. */
const mostTurns = 20_000
const mostFaults = 20

/** A transcript that was not taken. The message lists the faults by line; `faults` holds all of them. */
export class ImportRefused extends SunlineError {
  readonly faults: readonly ImportFault[]

  constructor(file: string, faults: readonly ImportFault[]) {
    const sorted = faults.toSorted((one, other) => one.line - other.line)
    const listed = sorted.slice(0, mostFaults).map(({ line, message }) => `${file}, line ${String(line)}: ${message.en}`)
    const more = faults.length > mostFaults ? [`and ${String(faults.length - mostFaults)} more`] : []
    super('invalid payload', [...listed, ...more].join('\n'), `line ${String(sorted[0]?.line)}`)
    this.faults = sorted
  }
}
const nobody: Label = { zh: '这个文件里没有人说话', en: 'nobody speaks in this file' }

/** The turns in the order of their start. Throws {@link ImportRefused} with the faults by line, or because nobody speaks. */
export function soundTurns(file: string, { turns, faults }: ReadTurns): readonly ImportedTurn[] {
  if (faults.length > 0) throw new ImportRefused(file, faults)
  if (turns.length === 0) throw new ImportRefused(file, [{ line: 1, message: nobody }])
  if (turns.length > mostTurns) {
    const message = { zh: `一通电话最多 ${String(mostTurns)} 句，这里有 ${String(turns.length)} 句`, en: `a call has at most ${String(mostTurns)} utterances, this one ${String(turns.length)}` }
    throw new ImportRefused(file, [{ line: turns.at(-1)?.line ?? 1, message }])
  }
  return turns.toSorted((one, other) => one.startMs - other.startMs)
}
