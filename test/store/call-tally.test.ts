import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSimpleStore, type Store } from '../../server/store/store.ts'
import { callOf } from '../support/journal-rows.ts'
import { type TestDatabase, testDatabase } from '../support/test-database.ts'

/** A call's entries as they lie in the journal. */
const journal = (id: string, entries: readonly (readonly [string, object])[]) => ({
  callId: id, call: callOf(id), entries: entries.map(([type, payload], seq) => ({ call_id: id, seq, at: seq, type, payload: JSON.stringify(payload) })),
})
const at = (flow: string, step: string) => ({ stack: [{ flow: 'below', step: 'waits' }, { flow, step }] })
const warning = (id: string, state: string, match = 'x') => ['warning changed', { warning: { id, rule: 'r1', state, match } }] as const

describe('The sums over stored calls', () => {
  let own: TestDatabase
  let store: Store
  beforeAll(async () => {
    own = await testDatabase(tmpdir())
    store = await openSimpleStore(own.address)
    await store.journal.append(journal('a', [
      ['call started', at('f', 's1')],
      ['guidance shown', { phrase: 'f/s1' }],
      ['point said', { said: true, heard: { utteranceId: 'u1' } }],
      warning('w1', 'firm', 'NUL \0 and \\u0000 and \\\0'),
      warning('w1', 'repaired'),
      ['moved', { cause: { by: 'reaction', reaction: 'caller agrees', scenario: null }, ...at('f', 's2'), outcome: null }],
      ['interims judged', { utteranceId: 'u1', rules: [{ rule: 'r1', kept: true, interims: 3 }, { rule: 'r2', kept: false, interims: 4 }] }],
    ]))
    await store.journal.append(journal('b', [
      ['call started', at('f', 's1')],
      ['guidance shown', { phrase: 'f/s1' }],
      ['point said', { said: true, heard: null }],
      ['moved', { cause: { by: 'reaction', reaction: 'caller agrees', scenario: null }, ...at('f', 's2'), outcome: null }],
      ['moved', { cause: { by: 'undo' }, ...at('f', 's1') }],
      ['moved', { cause: { by: 'end' }, ...at('g', 'last'), outcome: 'resolved', resumed: true }],
      warning('w1', 'provisional'),
      warning('w1', 'retracted'),
      ['interims judged', { utteranceId: 'u1', rules: [{ rule: 'r1', kept: false, interims: 1 }] }],
    ]))
  })
  afterAll(async () => {
    await store.close()
    await own.drop()
  })

  it('count moves by where they came from, with what was shown and said there, and none that was taken back', async () => {
    const { calls, moves } = await store.tally.moves()
    expect(calls).toBe(2)
    const common = { before_flow: null, before_step: null, reaction: null, scenario: null, outcome: null, resumed: 0 }
    expect(moves.toSorted((one, other) => `${one.cause}`.localeCompare(other.cause))).toEqual([
      { ...common, before_flow: 'f', before_step: 's1', cause: 'end', flow: 'g', step: 'last', outcome: 'resolved', resumed: 1, times: 1, shown: 0, spoken: 0 },
      { ...common, before_flow: 'f', before_step: 's1', cause: 'reaction', reaction: 'caller agrees', flow: 'f', step: 's2', times: 1, shown: 0, spoken: 0 },
      { ...common, cause: 'start', flow: 'f', step: 's1', times: 2, shown: 2, spoken: 1 },
    ])
  })

  it('count warnings once by what became of them, whatever characters their words have', async () => {
    expect(await store.tally.rules()).toEqual({ calls: 2, rules: [{ rule: 'r1', raised: 1, repaired: 1, dismissed: 0 }] })
  })

  it('count what interims showed and finals did not', async () => {
    expect((await store.tally.interims()).toSorted((one, other) => one.rule.localeCompare(other.rule))).toEqual([
      { rule: 'r1', heard: 2, taken_back: 1, interims: 4 },
      { rule: 'r2', heard: 1, taken_back: 1, interims: 4 },
    ])
  })
})
