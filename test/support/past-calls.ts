import { readAtOnce } from '../../server/live/call-session.ts'
import { noMeters } from '../../server/live/meters.ts'
import type { CallDetails } from '../../server/live/call-registry.ts'
import { CallRegistry } from '../../server/live/call-registry.ts'
import { chooseScenario } from '../../server/live/moving.ts'
import { endCall } from '../../server/live/commands.ts'
import { watchers } from '../../server/live/watchers.ts'
import type { LiveEngine } from '../../server/live/ports.ts'
import type { Speaker } from '../../server/protocol.ts'
import { callStore } from '../../server/store/call-store.ts'
import type { Store } from '../../server/store/store.ts'

/** A call of the past: when it began, whose it was, and what was said from when on (ms since it began). */
export interface PastCall {
  readonly id: string
  readonly startedAt: number
  readonly agent: Pick<CallDetails, 'agent' | 'agentId' | 'team'>
  readonly origin?: CallDetails['origin']
  /** Chosen after the first caller turn. */
  readonly scenario?: string
  readonly turns: readonly { readonly at: number; readonly speaker: Speaker; readonly text: string }[]
}

/** Plays calls through the live code as if the clock stood at their time, and leaves them in the store, ended. */
export async function playPastCalls(store: Store, engine: LiveEngine, calls: readonly PastCall[]): Promise<void> {
  let now = 0
  const unannounced: CallDetails = { agent: '', agentId: null, team: null, origin: 'live', callerNumber: '', queue: '', facts: {} }
  const registry = new CallRegistry({
    engine,
    engineForCall: () => engine,
    audience: watchers(() => now, () => undefined),
    journal: store.journal,
    interims: readAtOnce,
    meters: noMeters,
    now: () => now,
    silenceMs: Number.POSITIVE_INFINITY,
    store: callStore(store.database),
    maxLiveCalls: 100_000,
    unannounced,
    troubled: (callId, error) => {
      throw new Error(`${callId} could not be played`, { cause: error })
    },
  })
  for (const { id, startedAt, agent, origin = 'live', scenario, turns } of calls) {
    now = startedAt
    const session = await registry.open(id, { ...unannounced, ...agent, origin, facts: { agentName: agent.agent, brand: '阳光' } })
    for (const [number, { at, speaker, text }] of turns.entries()) {
      now = startedAt + at
      session.hear({ callId: id, utteranceId: `u${String(number)}`, revision: 1, speaker, text, final: true, startMs: at, endMs: at + 1_500, source: 'test' })
      if (speaker === 'caller' && scenario !== undefined && session.state.scenario === null) await session.do((log) => chooseScenario(log, scenario))
    }
    now = startedAt + (turns.at(-1)?.at ?? 0) + 4_000
    await endCall(session)
    await session.saved
  }
}
