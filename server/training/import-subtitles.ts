import type { ImportFault } from '../protocol.ts'
import { checkTurns, clockMs, type ReadTurns, speakerOf, type WrittenTurn } from './import-turns.ts'

const times = /^\s*([\d:.,]+)\s*-->\s*([\d:.,]+)/u
const voice = /^<v(?:\.[^\s>]+)*\s+([^>]+)>/u
const prefix = /^\s*[[【(（]?([^：:\]】)）]{1,16})[\]】)）]?\s*[：:]\s*/u

/**
 * SRT and WebVTT: a cue names its speaker by `<v 坐席>` or by a first word such as `坐席：`; a cue without a name goes on with the
 * speaker of the cue before.
 */
export function readSubtitles(text: string): ReadTurns {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u)
  const written: WrittenTurn[] = []
  const faults: ImportFault[] = []
  let speaker: string | null = null
  for (const [index, source] of lines.entries()) {
    if (!source.includes('-->')) continue
    const line = index + 1
    const [, start = '', end = ''] = times.exec(source) ?? []
    const said: string[] = []
    for (let next = index + 1; next < lines.length && (lines[next] ?? '').trim() !== ''; next += 1) said.push(lines[next] ?? '')
    const { name, words } = spoken(said.join('\n'))
    speaker = name ?? speaker
    if (speaker === null) faults.push({ line: line + 1, message: { zh: '没写是谁说的；每段开头写“坐席：”或“用户：”，或用 <v 坐席>', en: 'nobody is named; begin the text with 坐席： or 用户：, or use <v 坐席>' } })
    else written.push({ line, speaker, text: words, startMs: clockMs(start), endMs: clockMs(end) ?? Number.NaN })
  }
  return checkTurns(written, faults)
}

function spoken(text: string): { readonly name: string | null; readonly words: string } {
  const tagged = voice.exec(text)
  const named = tagged ?? prefix.exec(text)
  const name = named?.[1]?.trim() ?? null
  const known = name !== null && (tagged !== null || speakerOf(name) !== null)
  const words = known ? text.slice(named?.[0].length ?? 0) : text
  return { name: known ? name : null, words: words.replaceAll(/<[^>]*>/gu, '').replaceAll('\n', ' ') }
}
