import { describe, expect, it } from 'vitest'
import { readTranscriptFile } from '../../server/training/import-file.ts'
import { importJournal } from '../../server/training/import-journal.ts'
import { foldAll } from '../../server/live/fold.ts'
import { engine, startedAt } from './sample-journals.ts'

const faults = (file: string, text: string): string => {
  try {
    readTranscriptFile(file, text)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('the file was taken')
}
const read = (file: string, text: string) => readTranscriptFile(file, text).map(({ speaker, text: said, startMs, endMs }) => [speaker, said, startMs, endMs])
const two = [['agent', '您好，阳光服务', 800, 2_800], ['caller', '我的电脑坏了', 3_000, 5_500]]

describe('The transcript of a call is read from', () => {
  it('JSONL of four fields', () => {
    expect(read('a.jsonl', '{"speaker":"agent","text":"您好，阳光服务","startMs":800,"endMs":2800}\n\n{"speaker":"客户","text":"我的电脑坏了","startMs":3000,"endMs":5500}\n')).toEqual(two)
  })
  it('neutral events, of which the newest final counts', () => {
    const event = { callId: 'c', utteranceId: 'u1', revision: 1, speaker: 'agent', final: true, startMs: 800, endMs: 2_800, source: 's' }
    const lines = [{ ...event, final: false, text: '您好阳' }, { ...event, revision: 2, text: '您好阳光' }, { ...event, revision: 3, text: '您好，阳光服务' }]
    expect(read('a.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))).toEqual([two[0]])
  })
  it('CSV with a Chinese header, quotes and clock times, whatever the order of its rows', () => {
    expect(read('a.csv', '\uFEFF角色,开始时间,结束时间,内容\n客户,00:00:03,00:00:05.5,我的电脑坏了\n坐席1,0:00.8,2.8,"您好，阳光服务"\n')).toEqual(two)
  })
  it('SRT whose cues begin with the speaker', () => {
    expect(read('a.srt', '1\n00:00:00,800 --> 00:00:02,800\n坐席：您好，\n阳光服务\n\n2\n00:00:03,000 --> 00:00:05,500\n[用户] ：我的电脑坏了\n')).toEqual([['agent', '您好， 阳光服务', 800, 2_800], two[1]])
  })
  it('WebVTT with voices; a cue without one goes on with the speaker before', () => {
    expect(read('a.vtt', 'WEBVTT\n\n00:00.800 --> 00:02.800\n<v 客服>您好，阳光服务</v>\n\n00:02.900 --> 00:02.950\n请讲：有什么事\n\n00:03.000 --> 00:05.500\n<v 客户>我的<b>电脑</b>坏了\n')).toEqual([two[0], ['agent', '请讲：有什么事', 2_900, 2_950], two[1]])
  })
  it('the dialogue of Alibaba Cloud', () => {
    expect(read('a.json', '{"tid":"1","dialogue":[\n{"role":"客服","words":"您好，阳光服务","begin":800,"end":2800},\n{"role":"客户","words":"我的电脑坏了","begin":3000,"end":5500}]}')).toEqual(two)
  })
})

describe('What is wrong is named by line', () => {
  it('in JSONL, all of it at once', () => {
    expect(faults('a.jsonl', '{"speaker":"agent","text":"好","startMs":0}\nnot json\n{"speaker":"路人","text":"好","startMs":0}\n{"speaker":"agent","text":"好","startMs":"soon"}\n{"speaker":"agent","text":"好","startMs":9,"endMs":3}')).toBe(
      ['a.jsonl, line 2: expected one JSON object on each line', 'a.jsonl, line 3: speaker: expected agent (坐席, 客服) or caller (用户, 客户)', 'a.jsonl, line 4: start: expected a time within a day, in ms or as 00:01:02.500', 'a.jsonl, line 5: end: expected a time not before the start'].join('\n'),
    )
  })
  it('in CSV, the header first', () => {
    expect(faults('a.csv', '谁,内容\n坐席,好')).toBe('a.csv, line 1: the header lacks speaker, start; expected speaker,text,start,end')
    expect(faults('a.csv', 'speaker,text,start\nagent,好,0\nagent,好,later')).toBe('a.csv, line 3: start: expected a time within a day, in ms or as 00:01:02.500')
    expect(faults('a.csv', 'speaker,text,start\nagent,"好,0')).toMatch(/^a\.csv, line \d+: not a CSV row/u)
  })
  it('in subtitles', () => {
    expect(faults('a.srt', '1\n00:00:00,800 --> 00:00:02,800\n您好\n')).toMatch(/^a\.srt, line 3: nobody is named/u)
    expect(faults('a.vtt', 'WEBVTT\n\nx --> y\n<v 坐席>您好\n')).toBe('a.vtt, line 3: start: expected a time within a day, in ms or as 00:01:02.500')
  })
  it('in a dialogue, by the line of the sentence', () => {
    expect(faults('a.json', '{"dialogue":[\n  {"role":"客服","words":"好","begin":0,"end":1},\n  {"role":"机器人","words":"好","begin":0,"end":1}\n]}')).toMatch(/^a\.json, line 3: speaker/u)
    expect(faults('a.json', '{"dialogue": [')).toMatch(/^a\.json, line 1: not valid JSON/u)
    expect(faults('a.json', '[]')).toMatch(/^a\.json, line 1: expected \{"dialogue"/u)
  })
  it('by name when the file is of another kind, or empty', () => {
    expect(faults('a.docx', 'x')).toBe('a.docx, line 1: a transcript ends in .jsonl, .ndjson, .csv, .srt, .vtt, .json')
    expect(faults('a.csv', 'speaker,text,start\n')).toBe('a.csv, line 1: nobody speaks in this file')
  })
})

describe('An imported call', () => {
  const details = { callId: 'i1', agent: '李敏', agentId: null, team: null, queue: '', callerNumber: '', startedAt, facts: { brand: '阳光' }, scenario: null, silenceMs: 12_000 }
  const turn = (line: number, speaker: 'agent' | 'caller', text: string, startMs: number) => ({ line, speaker, text, startMs, endMs: startMs + 1_500 })

  it('is heard as it would have been live: steps, warnings and their repair, the scenario that fits', () => {
    const turns = [turn(1, 'agent', '您好，阳光李敏，工号1001，很高兴为您服务，请问有什么可以帮您？', 0), turn(2, 'caller', '我这电脑修了三次了还是坏，我要换新的', 2_000), turn(3, 'agent', '这个不归我管', 4_000), turn(4, 'agent', '对不起，我来帮您查一下，负责到底', 6_000)]
    const state = foldAll(importJournal(turns, details, engine))
    expect(state).toMatchObject({ origin: 'import', scenario: 'repeated-repairs-wants-replacement', startedAt, endedAt: startedAt + 8_500 })
    expect(state.warnings).toMatchObject([{ rule: 'tw01', state: 'repaired' }])
  })

  it('rings the clock in its silences', () => {
    const entries = importJournal([turn(1, 'caller', '喂', 0), turn(2, 'caller', '还在吗', 30_000)], details, engine)
    expect(entries.filter(({ event }) => event.type === 'clock rang')).toMatchObject([{ at: startedAt + 13_500, event: { timer: 'caller silent' } }])
  })
})
