import type { Clock } from '../clock.ts'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { CallRegistry } from '../live/call-registry.ts'
import { pickScenario } from '../live/commands.ts'
import { durationMs, type Sample } from './sample-file.ts'
import { sampleEvents } from './sample-events.ts'

/** Sample calls that may run at once. */
const mostPlaying = 20
/** ms between the last word and the end of the line. */
const hangUpMs = 1_500

export interface PlayerTools {
  readonly clock: Clock
  readonly registry: CallRegistry
  /** Sends a body to a route of this server, as a recogniser would. */
  readonly post: (path: string, body: unknown) => Promise<void>
  readonly failed: (error: unknown) => void
}
export interface SamplePlayer {
  /** Starts a call on a person's screen; resolves to its id once it has begun. Throws SunlineError 'too many requests'. */
  readonly play: (sample: Sample, person: Person) => Promise<string>
  /** Ends the playing of all calls. */
  readonly stop: () => void
}

/** Plays sample calls through the HTTP ingest of this server, at natural speed. */
export function samplePlayer({ clock, registry, post, failed }: PlayerTools): SamplePlayer {
  const playing = new Map<string, (() => void)[]>()

  return {
    play: async (sample, person) => {
      if (playing.size >= mostPlaying) throw new SunlineError('too many requests', `${String(playing.size)} sample calls are playing; wait until one is over`)
      const callId = `sample-${sample.id}-${clock.now().toString(36)}`
      const timers: (() => void)[] = []
      playing.set(callId, timers)
      const { queue, callerNumber } = sample
      await post('/api/calls', { callId, agent: person.login, queue, callerNumber, origin: 'sample' })
      // One after the other, as one recogniser would send them.
      let last: Promise<void> = Promise.resolve()
      const at = (ms: number, act: () => Promise<void>): void => {
        timers.push(clock.after(ms, () => void (last = last.then(act).catch(failed))))
      }
      for (const { at: ms, event } of sampleEvents(sample, callId)) {
        at(ms, async () => {
          await post('/api/ingest/events', { events: [event] })
          if (event.final && event.speaker === 'caller') await acceptSuggestion(registry, callId, sample.scenario)
        })
      }
      at(durationMs(sample) + hangUpMs, async () => {
        playing.delete(callId)
        if (registry.session(callId)) await post(`/api/calls/${callId}/end`, {})
      })
      return callId
    },
    stop: () => {
      for (const cancel of [...playing.values()].flat()) cancel()
      playing.clear()
    },
  }
}

/** The agent of a sample call accepts its scenario as soon as it is suggested, unless a person at the screen was faster. */
async function acceptSuggestion(registry: CallRegistry, callId: string, scenario: string): Promise<void> {
  const session = registry.session(callId)
  if (session?.state.scenario !== null || !session.state.suggestions.some((each) => each.scenario === scenario)) return
  await session.do(pickScenario(scenario))
}
