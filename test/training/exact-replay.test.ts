import { readAtOnce } from '../../server/live/call-session.ts'
import { noMeters } from '../../server/live/meters.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Audience } from '../../server/live/audience.ts'
import type { JournalEntry } from '../../server/live/call-events.ts'
import { type CallDetails, CallRegistry } from '../../server/live/call-registry.ts'
import { endCall, pickScenario } from '../../server/live/commands.ts'
import { journalEntry } from '../../server/live/journal-rows.ts'
import type { Frame, Guidance, WarningBoard } from '../../server/protocol.ts'
import { sampleEvents } from '../../server/samples/sample-events.ts'
import type { Sample } from '../../server/samples/sample-file.ts'
import { callStore } from '../../server/store/call-store.ts'
import { openSimpleStore } from '../../server/store/store.ts'
import { inputsOf } from '../../server/training/call-inputs.ts'
import { replay } from '../../server/training/replay.ts'
import { sampleAgent } from '../../server/training/replayable-sample.ts'
import { runInputs } from '../../server/training/run-inputs.ts'
import { engine, samples, startedAt } from './sample-journals.ts'

/** What the agent's screen was told last, after each input that left something in the journal. */
interface Seen {
  readonly at: number
  readonly guidance: Guidance | null
  readonly warnings: WarningBoard | null
  readonly position: readonly Frame[]
}
interface Live {
  readonly entries: readonly JournalEntry[]
  readonly seen: readonly Seen[]
}

const nothing = (): void => undefined
const details: CallDetails = { agent: '李敏', agentId: null, team: null, origin: 'sample', callerNumber: '', queue: '', facts: sampleAgent }

/** A sample call through the live session and a real store, an ear at the screen; the agent accepts the scenario when it is suggested. */
async function liveRun(sample: Sample, withInterims: boolean): Promise<Live> {
  let now = startedAt
  let guidance: Guidance | null = null
  let warnings: WarningBoard | null = null
  const audience: Audience = { watches: () => true, interim: nothing, heard: nothing, cue: nothing, context: nothing, changed: nothing, listed: nothing, guidance: (_, pushed) => void (guidance = pushed), warnings: (_, pushed) => void (warnings = pushed) }
  const store = await openSimpleStore(':memory:')
  const calls = callStore(store.database)
  const registry = new CallRegistry({ engine, engineForCall: () => engine, audience, journal: store.journal, interims: readAtOnce, meters: noMeters, now: () => now, silenceMs: Number.POSITIVE_INFINITY, store: calls, maxLiveCalls: 1, unannounced: details, troubled: nothing })
  const session = await registry.open(sample.id, { ...details, queue: sample.queue })
  const seen: Seen[] = []
  const look = (): void => void seen.push({ at: now, guidance, warnings, position: session.state.stack })
  for (const { at, event } of sampleEvents(sample, sample.id)) {
    now = startedAt + at
    if (!event.final && !withInterims) continue
    session.hear(event)
    if (!event.final) continue
    look()
    if (session.state.scenario !== null || !session.state.suggestions.some(({ scenario }) => scenario === sample.scenario)) continue
    now += 1
    void session.do(pickScenario(sample.scenario))
    look()
  }
  await endCall(session)
  look()
  await session.saved
  const entries = (await calls.journal(sample.id)).map(journalEntry)
  await store.close()
  return { entries, seen }
}

describe.each(samples.map((sample) => [sample.id, sample] as const))('The journal of the sample call %s', (_id, sample) => {
  let live: Live
  beforeAll(async () => {
    live = await liveRun(sample, false)
  })

  it('replays the guidance, the warnings and the positions event for event as the screen was told them', () => {
    const { viewAt, stateAt } = replay(live.entries, engine)
    for (const { at, guidance, warnings, position } of live.seen) {
      const view = viewAt(at - startedAt)
      expect(stateAt(at - startedAt).stack).toEqual(position)
      if (guidance !== null) expect(view.guidance).toEqual(guidance)
      if (warnings !== null) expect(view.warnings).toEqual(warnings)
    }
    expect(live.seen.at(-1)?.guidance).not.toBeNull()
  })

  it('is the same with and without the interim texts, which are not stored; only how far they could be trusted is noted', async () => {
    const lasting = (entries: readonly JournalEntry[]) => entries.filter(({ event }) => event.type !== 'interims judged').map(({ at, event }) => ({ at, event }))
    expect(lasting((await liveRun(sample, true)).entries)).toEqual(lasting(live.entries))
  })

  it('follows again, entry for entry, from its utterances and keys alone', () => {
    expect(runInputs(live.entries, inputsOf(live.entries), engine)).toEqual(live.entries)
  })
})
