import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { libraryRoot } from '../../server/library/root.ts'
import type { CueFile } from '../../server/library/words.ts'
import { angerAfter, compileCues, hearCues } from '../../server/wording/cues.ts'

const folder = join(libraryRoot, 'cues')
const files = readdirSync(folder).map((name) => load(readFileSync(join(folder, name), 'utf8')) as CueFile)
const cues = compileCues(files)
const heard = (text: string) => hearCues(cues, text).map(({ cue }) => cue)

describe.each(files.map((file) => [file.id, file] as const))('The cue %s', (id, { examples, counter_examples = [] }) => {
  it('is heard in every example', () => {
    expect(examples.filter((text) => !heard(text).includes(id))).toEqual([])
  })

  it('stays silent in every counter-example', () => {
    expect(counter_examples.filter((text) => heard(text).includes(id))).toEqual([])
  })
})

describe('Hearing cues', () => {
  it('marks the caller’s own words', () => {
    const text = '喂，你好，那个机箱后面直往外冒烟😱怎么办'
    const [cue] = hearCues(cues, text)
    expect(cue).toMatchObject({ cue: 'safety_hazard', match: '冒烟' })
    expect(text.slice(cue?.start, cue?.end)).toBe('冒烟')
  })

  it('tells a person in hospital from a computer used in one', () => {
    expect(heard('充电器炸了，孩子现在送医院了')).toContain('injury')
    expect(heard('我老伴住院了，电脑要用来联系')).not.toContain('injury')
    expect(heard('我在医院上班，单位电脑坏了')).not.toContain('injury')
  })

  it('hears nothing in small talk', () => {
    expect(heard('你好，我想问一下')).toEqual([])
  })
})

describe('The level of anger', () => {
  const after = (level: number, text: string) => angerAfter(level, hearCues(cues, text), text)

  it('rises with signs of anger, fades without them and falls with thanks', () => {
    const angry = after(0, '气死我了，你们这什么服务！')
    const calmer = after(angry, '那你说怎么办')
    const thankful = after(calmer, '好的谢谢你')
    expect([angry > 0.4, calmer < angry, thankful < calmer, thankful >= 0]).toEqual([true, true, true, true])
  })

  it('never passes 1', () => {
    const furious = Array.from({ length: 20 }).reduce<number>((level) => after(level, '他妈的气死我了，我要投诉！'), 0)
    expect(furious).toBeLessThanOrEqual(1)
  })
})
