import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import { mustReview } from '../identity/ownership.ts'
import type { FactValue } from '../live/call-events.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { CallComparison, ComparedScreens, ImportedCall, ReplayScreen, ReplayTimeline } from '../protocol.ts'
import { durationMs, type Sample } from '../samples/sample-file.ts'
import { callStore } from '../store/call-store.ts'
import type { Database } from '../store/database.ts'
import type { JournalWriter } from '../store/journal-writer.ts'
import type { CallRow } from '../store/tables.ts'
import { readTranscriptFile } from './import-file.ts'
import type { KnownVersions } from './known-versions.ts'
import { storedCall } from './replay-calls.ts'
import type { CallToRead, LibrarySource, MadeCall } from './replay-orders.ts'
import type { ReplayThread } from './replay-thread.ts'

export interface ReplayParts {
  readonly database: Database
  readonly journal: JournalWriter
  readonly thread: ReplayThread
  readonly versions: KnownVersions
  readonly engine: LiveEngine
  /** What every call knows from its start. */
  readonly facts: () => Readonly<Record<string, FactValue>>
  /** ms without a word after which the caller counts as silent. */
  readonly silenceMs: number
  /** ms since the epoch. */
  readonly now: () => number
}
/** A transcript to be made a call. `callerNumber` is masked; `startedAt` null: it has just ended. */
export interface TranscriptFile {
  readonly name: string
  readonly text: string
  readonly agent: { readonly name: string; readonly number: string; readonly id: string | null; readonly team: string | null }
  readonly queue: string
  readonly callerNumber: string
  readonly startedAt: number | null
  readonly scenario: string | null
}
/** Stored calls, readable at any moment, and calls made of samples and transcripts. */
export interface Replays {
  /** Wakes the thread, so that the first call opens at once. */
  readonly wake: () => void
  /** An ended call that the person may review, or that is in the given playlist. Throws SunlineError 'not found', 'forbidden', or 'conflict' while it is on the line. */
  readonly find: (callId: string, person: Person, playlist?: string) => Promise<CallRow>
  readonly timeline: (call: CallRow) => Promise<ReplayTimeline>
  readonly screen: (call: CallRow, atMs: number) => Promise<ReplayScreen>
  /** Throws SunlineError 'not found' when the version is not at hand. */
  readonly compare: (call: CallRow, version: string) => Promise<CallComparison>
  readonly compared: (call: CallRow, version: string, atMs: number) => Promise<ComparedScreens>
  /** The sample as a stored call of the version in use; resolves to its id. */
  readonly ofSample: (sample: Sample) => Promise<string>
  /** Throws SunlineError 'invalid payload' naming the faults by line. */
  readonly ofTranscript: (file: TranscriptFile) => Promise<ImportedCall>
}

/** Entries that go to the thread at once: live calls come in between. */
const pageOfRows = 1_000

export function replays({ database, journal, thread, versions, engine, facts, silenceMs, now }: ReplayParts): Replays {
  const calls = callStore(database)
  const sourceOf = async ({ library_version }: CallRow): Promise<LibrarySource> => (await versions.find(library_version)) ?? versions.current()

  const toRead = async (call: CallRow): Promise<CallToRead> => {
    const { last } = await database.selectFrom('journal').select(({ fn }) => fn.max('seq').as('last')).where('call_id', '=', call.id).executeTakeFirstOrThrow()
    const key = `${call.id} to ${String(last)}`
    if (!(await thread.do('knows', { key }))) {
      for (let from = 0; from <= Number(last); from += pageOfRows) {
        const rows = await database.selectFrom('journal').selectAll().where('call_id', '=', call.id).where('seq', '>=', from).where('seq', '<', from + pageOfRows).orderBy('seq').execute()
        await thread.do('rows', { key, rows, last: from + pageOfRows > Number(last) })
      }
    }
    return { key, source: await sourceOf(call) }
  }
  const other = async (version: string): Promise<LibrarySource> => {
    const found = await versions.find(version)
    if (found === null) throw new SunlineError('not found', `the words of version "${version}" are not at hand`, 'version')
    return found
  }
  // In one piece: whatever happens, the call is there as a whole or not at all.
  const store = ({ call, entries }: MadeCall): Promise<void> => journal.append({ callId: call.id, entries, call })
  return {
    wake: () => void thread.do('version', { source: versions.current() }).catch(() => undefined),
    find: async (callId, person, playlist) => {
      const call = await calls.find(callId)
      if (!call) throw new SunlineError('not found', `there is no call "${callId}"`, 'id')
      const shown = playlist === undefined ? undefined : await database.selectFrom('clips').select('id').where('playlist_id', '=', playlist).where('call_id', '=', callId).executeTakeFirst()
      if (!shown) mustReview(person, { agentId: call.agent_id, team: call.team })
      if (call.status === 'live' || call.status === 'held') throw new SunlineError('conflict', 'this call is still on the line; it can be replayed once it has ended')
      return call
    },
    timeline: async (call) => ({ call: storedCall(call, engine), ...(await thread.do('timeline', await toRead(call))) }),
    screen: async (call, atMs) => thread.do('screen', { ...(await toRead(call)), atMs }),
    compare: async (call, version) => thread.do('compare', { ...(await toRead(call)), other: await other(version) }),
    compared: async (call, version, atMs) => thread.do('compared', { ...(await toRead(call)), other: await other(version), atMs }),
    ofSample: async (sample) => {
      const source = versions.current()
      const callId = `sample-${sample.id}-${source.version ?? ''}`
      if (!(await calls.find(callId))) await store(await thread.do('sample', { sample, callId, startedAt: now() - durationMs(sample), source }))
      return callId
    },
    ofTranscript: async ({ name, text, agent, queue, callerNumber, startedAt, scenario }) => {
      const turns = readTranscriptFile(name, text)
      if (scenario !== null && engine.flowInfo(scenario) === null) throw new SunlineError('not found', `there is no scenario "${scenario}"`, 'scenario')
      const callId = `import-${randomUUID()}`
      const lastMs = Math.max(...turns.map(({ endMs }) => endMs))
      const { agentName: _, agentNumber: __, ...general } = facts()
      const own = { ...(agent.name === '' ? {} : { agentName: agent.name }), ...(agent.number === '' ? {} : { agentNumber: agent.number }) }
      const details = { callId, agent: agent.name, agentId: agent.id, team: agent.team, queue, callerNumber, startedAt: startedAt ?? now() - lastMs, facts: { ...general, ...own }, scenario, silenceMs }
      await store(await thread.do('import', { turns, details, source: versions.current() }))
      return { callId, utterances: turns.length }
    },
  }
}
