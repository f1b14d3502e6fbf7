import { describe, expect, it } from 'vitest'
import { interruptions } from '../../flows/conversation.ts'
import { type FactId, factDefinition } from '../../flows/facts.ts'
import { allFlows } from '../../flows/index.ts'
import type { Reaction } from '../../flows/reactions.ts'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import { callerLineGaps } from '../../server/training/caller-line-gaps.ts'
import { misheardCallerLines } from '../../server/training/caller-line-hearing.ts'
import { type ByTemperament, loadCallerLines } from '../../server/training/caller-lines.ts'

const library = loadLibrary(libraryRoot)
const engine = libraryEngine(library, diskCache(derivedFolder))
const lines = loadCallerLines(libraryRoot)
const speaking = allFlows.flatMap(({ definition: { id: flow, steps } }) =>
  Object.entries(steps).flatMap(([id, step]) => (step.kind === 'say' || step.kind === 'ask' ? [{ place: `${flow}/${id}`, flow, step, offered: Object.keys(step.on) as Reaction[] }] : [])),
)
const said = (spoken: ByTemperament): readonly string[] => Object.values(spoken).flat()
const everyLine = [...lines.reactions].flatMap(([id, spoken]) => said(spoken).map((line) => ({ id: id as Reaction, line })))

describe('What simulated callers say', () => {
  it('covers every reaction that a caller speaks and every fact that a caller is asked', () => {
    expect(callerLineGaps(lines, allFlows)).toEqual([])
  })

  it('says each thing in its own words', () => {
    const twice = [...lines.reactions].filter(([, spoken]) => new Set(said(spoken)).size < said(spoken).length).map(([id]) => id)
    expect(twice).toEqual([])
  })

  it('is heard as the reaction meant in every step that offers it', () => {
    expect(misheardCallerLines(lines, engine, allFlows)).toEqual([])
  })

  it('is reported when it is heard otherwise, naming step, line and what was heard', () => {
    const wrong = new Map([['caller refuses' as const, { calm: ['行，那就这么办吧'] }]])
    const [first] = misheardCallerLines({ reactions: wrong }, engine, allFlows)
    expect(first).toMatch(/^[a-z-]+\/[a-z-]+: the caller line "行，那就这么办吧" of "caller refuses" is heard as "caller accepts"/u)
  })

  it('raises no alarm where nobody is in danger', () => {
    const dangerous = new Set(Object.entries(interruptions).flatMap(([id, each]) => (each?.preempts === undefined ? [] : [id])))
    const aboutDanger = /^crisis-|^compensation-|^suspected-batch-|^damage-at-/u
    const calm = (id: string): boolean => !dangerous.has(id) && !speaking.some(({ flow, offered }) => offered.includes(id as Reaction) && aboutDanger.test(flow))
    const alarms = everyLine.filter(({ id }) => calm(id)).flatMap(({ line }) => engine.cues(line, []).flatMap(({ id, reaction, match }) => (reaction !== null && dangerous.has(reaction) ? [`${line}: ${id} (${match})`] : [])))
    expect(alarms).toEqual([])
  })
})

describe('What simulated callers answer', () => {
  const heard = (fact: FactId, text: string): unknown => engine.facts(text, 'caller', { fact, put: true }).find((each) => each.fact === fact)?.value
  const judgedByAgent = new Set(Object.entries(library.factWords.facts).flatMap(([id, { by }]) => (by === 'agent' ? [id] : [])))
  const asked = [...new Set(speaking.flatMap(({ step }) => (step.kind === 'ask' && !judgedByAgent.has(step.fact) ? [step.fact] : [])))]

  it('is heard as the option meant', () => {
    const misheard = asked.flatMap((fact) =>
      Object.entries(lines.facts.get(fact)?.options ?? {}).flatMap(([option, ways]) => ways.flatMap((way) => (String(heard(fact, way)) === option ? [] : [`${fact}: ${way} is heard as ${String(heard(fact, way))}, not ${option}`]))),
    )
    expect(misheard).toEqual([])
  })

  it('is heard with its number', () => {
    const numbers = asked.filter((fact) => factDefinition(fact).kind === 'number')
    const misheard = numbers.flatMap((fact) => said((lines.facts.get(fact) ?? {}) as ByTemperament).map((way) => way.replaceAll('{value}', '12')).filter((way) => way.includes('12') && heard(fact, way) !== 12))
    expect(misheard).toEqual([])
  })

  it('is heard with the text given', () => {
    const texts = asked.filter((fact) => factDefinition(fact).kind === 'text' && lines.facts.get(fact)?.calm !== undefined)
    const misheard = texts.flatMap((fact) => {
      const { values = [], options: _, unknown: __, ...spoken } = lines.facts.get(fact) ?? {}
      return said(spoken)
        .map((way) => way.replaceAll('{value}', values[0] ?? ''))
        .filter((way) => heard(fact, way) === undefined)
        .map((way) => `${fact}: ${way}`)
    })
    expect(misheard).toEqual([])
  })
})
