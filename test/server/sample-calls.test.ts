import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { families } from '../../flows/families.ts'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import { type Rehearsal, rehearse } from '../../server/samples/rehearse.ts'
import { durationMs, loadSamples } from '../../server/samples/sample-file.ts'

const samples = loadSamples(fileURLToPath(new URL('../../data/sample-calls', import.meta.url)))
const library = loadLibrary(libraryRoot)
const engine = libraryEngine(library, diskCache(derivedFolder))
const played = (id: string): Rehearsal => rehearse(samples.find((each) => each.id === id) ?? expect.fail(`no sample ${id}`), engine)
const countOf = (...scenarios: readonly string[]): number => samples.filter(({ scenario }) => scenarios.includes(scenario)).length

describe.each(samples.map((sample) => [sample.id, sample] as const))('The sample call %s', (_id, sample) => {
  it('ends in the scenario and outcome that its file promises', () => {
    const { state } = rehearse(sample, engine)
    expect({ scenario: state.scenario, outcome: state.outcome }).toEqual({ scenario: sample.scenario, outcome: sample.outcome })
  })

  it('is a call of 40 to 110 seconds in which both sides speak', () => {
    expect(sample.turns.length).toBeGreaterThanOrEqual(10)
    expect(sample.turns.length).toBeLessThanOrEqual(24)
    expect(durationMs(sample)).toBeGreaterThanOrEqual(40_000)
    expect(durationMs(sample)).toBeLessThanOrEqual(110_000)
    expect(new Set(sample.turns.map(({ who }) => who))).toEqual(new Set(['agent', 'caller']))
  })
})

describe('The sample calls', () => {
  it('are at least 24, each with an id of its own', () => {
    expect(samples.length).toBeGreaterThanOrEqual(24)
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length)
  })

  it('show every family', () => {
    const shown = new Set(samples.map(({ scenario }) => library.scenarios.get(scenario)?.family))
    expect([...shown].toSorted()).toEqual(Object.keys(families).toSorted())
  })

  it('show angry callers, refunds, parts of other makers and repeated repairs at least twice each', () => {
    expect(countOf('angry-caller', 'angry-long-queue', 'angry-wrong-bill', 'angry-repair-three-weeks', 'angry-fire-the-agent')).toBeGreaterThanOrEqual(2)
    expect(countOf('exchange-over-15-days-first-fault', 'exchange-eligible-wants-refund', 'no-invoice-return')).toBeGreaterThanOrEqual(2)
    expect(countOf('third-party-optical-drive', 'user-added-part-conflict', 'dealer-added-items-fault')).toBeGreaterThanOrEqual(2)
    expect(countOf('repeated-repairs-wants-replacement', 'repeated-visits-still-broken')).toBeGreaterThanOrEqual(2)
  })

  it('show a forbidden phrase that is repaired, and one that is not', () => {
    const repaired = played('repeat-repair-full-check').state.warnings.find(({ rule }) => rule === 'tw01')
    expect(repaired).toMatchObject({ state: 'repaired' })
    const open = played('fire-agent-insists').state.warnings.find(({ rule }) => rule === 'tw07')
    expect(open).toMatchObject({ state: 'firm' })
  })

  it('show danger breaking into an angry call at once', () => {
    const { turns } = played('smoke-in-the-middle')
    const smoke = turns.findIndex(({ text }) => text.includes('冒烟了'))
    expect(turns[smoke - 1]?.places).toEqual(['angry-caller/ask-anger-reason'])
    expect(turns[smoke]?.places).toEqual(['crisis-safety-hazard/check-people'])
  })

  it('show a caller who threatens to go public and lets the matter be settled first', () => {
    const { turns } = played('angry-wrong-bill-media')
    const after = (words: string): readonly string[] => turns.find(({ text }) => text.includes(words))?.places ?? []
    expect(after('我上电视台去说')).toEqual(['angry-wrong-bill/respect-right'])
    expect(after('我先不发了')).toEqual(['angry-wrong-bill/ask-billed-amount'])
  })
})
