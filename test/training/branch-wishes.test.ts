import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { openSimpleStore } from '../../server/store/store.ts'
import { wishedBranches } from '../../server/training/branch-wishes.ts'
import { planBranch } from '../../server/training/drill-plan.ts'
import { branchesMet, liveExperience } from '../../server/training/live-experience.ts'
import { programFlows } from '../../flows/flow-book.ts'
import { testDatabase } from '../support/test-database.ts'
import { engine, practise, sayRecommended } from './trainee.ts'

const branch = (from: string, event: string, to: string) => ({ id: `${from}>${event}>${to}`, from, event, to })
const [greet, refuse, accept, wait] = [branch('greet', 'agent said it', 'offer'), branch('offer', 'caller refuses', 'supervisor'), branch('offer', 'caller accepts', 'done'), branch('check', 'agent said it', 'offer')]
const all = [greet, refuse, accept, wait]
const nothing = { passedAt: new Map<string, number>(), met: new Set<string>(), missedAt: new Map<string, number[]>() }
const scenario = 'repeated-repairs-wants-replacement'
const taken = 'offer-replacement>caller accepts>replacement-if-eligible'

describe('Which branch of a scenario comes next', () => {
  it('is the first in the order of the flow for a beginner', () => {
    expect(wishedBranches(all, nothing)).toEqual([greet.id, refuse.id, accept.id, wait.id])
  })

  it('is one never met rather than one met on a call, and none that was passed', () => {
    expect(wishedBranches(all, { ...nothing, met: new Set([greet.id]), passedAt: new Map([[refuse.id, 5]]) })).toEqual([accept.id, wait.id, greet.id])
  })

  it('is one that begins where most was missed on calls, even if it was passed before that', () => {
    const missedAt = new Map([['offer', [10]], ['check', [10, 20]]])
    expect(wishedBranches(all, { met: new Set([wait.id]), missedAt, passedAt: new Map([[wait.id, 5], [accept.id, 15]]) })).toEqual([wait.id, refuse.id, greet.id])
  })
})

describe('What an agent met and missed on calls', () => {
  const call = practise({ scenario, branch: taken }, sayRecommended)

  it('is read off the moves of a call: the planned branches are the branches met', () => {
    const planned = planBranch(programFlows.flow(scenario), taken)?.moves.map(({ from, event, to }) => `${from}>${event}>${to}`) ?? []
    expect(planned).toContain(taken)
    expect(branchesMet(programFlows, scenario, call.entries)).toEqual(expect.arrayContaining(planned))
  })

  it('comes from calls on the line alone, with missed points and findings by step; what a review took back does not count', async () => {
    const own = await testDatabase(tmpdir())
    const { database, journal, close } = await openSimpleStore(own.address)
    const missing = practise({ scenario, branch: taken }, (sentence) => (sentence.includes('修了这么多次') ? '嗯，您说。' : sentence))
    const keep = async (id: string, { entries }: typeof call, origin: 'live' | 'drill'): Promise<void> => {
      const rows = entries.map(({ seq, at, event: { type, ...payload } }) => ({ call_id: id, seq, at, type, payload: JSON.stringify(payload) }))
      await journal.append({ callId: id, entries: rows, call: { id, agent: '李敏', agent_id: 'a1', team: null, origin, caller_number: '', queue: '', status: 'closed', scenario, started_at: 1_000, ended_at: 2_000, outcome: null, library_version: 'v' } })
      const sums = { duration_ms: 1_000, held_ms: 0, agent_turns: 1, caller_turns: 1, points_due: 1, points_said: 0, conventions_due: 0, conventions_kept: 0, peak_anger: 0, raised: 0, repaired: 0, dismissed: 0, risk: 0 }
      await database.insertInto('call_sums').values({ ...sums, call_id: id, entries: 1, closed: 1, agent: '李敏', agent_id: 'a1', team: null, origin, scenario, outcome: null, disposition: null, library_version: 'v', started_at: 1_000, ended_at: 2_000 }).execute()
    }
    const said = async (warning: string, step: string, verdict: 'right' | 'false alarm' | null): Promise<void> => {
      const words = { match: '不归我们管', match_start: 0, match_end: 5, utterance: '不归我们管', say_instead: '' }
      await database.insertInto('findings').values({ ...words, call_id: 'c1', warning_id: warning, at: 1_500, at_ms: 500, utterance_id: 't1', agent: '李敏', agent_id: 'a1', team: null, origin: 'live', scenario, flow: scenario, step, rule: 'r', category: '推诿', severity: 'block', library_version: 'v', state: 'open', dismissed_because: null }).execute()
      if (verdict) await database.insertInto('judgements').values({ call_id: 'c1', warning_id: warning, verdict, note: '', judge_id: 'q', judge_name: '刘洋', judged_at: 2_000 }).execute()
    }
    await keep('c1', call, 'live')
    await keep('c2', missing, 'drill')
    expect((await liveExperience(database, engine, 'a1', scenario)).missedAt).toEqual(new Map())
    await keep('c3', missing, 'live')
    await said('w1', 'offer-replacement', null)
    await said('w2', 'explain-policy-if-not', 'false alarm')
    const { met, missedAt } = await liveExperience(database, engine, 'a1', scenario)
    expect(met).toContain(taken)
    expect([...missedAt.keys()].sort()).toEqual(['apologize-and-empathize', 'offer-replacement'])
    expect((await liveExperience(database, engine, 'someone-else', scenario)).met.size).toBe(0)
    await close()
    await own.drop()
  })
})
