import { Stopping, SunlineError } from '../errors.ts'
import type { OwnedCall } from '../identity/ownership.ts'
import type { CallStatus, CallView } from '../protocol.ts'
import type { CallOrigin, FactValue } from './call-events.ts'
import { begunCall } from './begun-call.ts'
import { CallSession, type OpenInterim, type SessionTools } from './call-session.ts'
import { callSummary, callView } from './call-view.ts'
import { entryLog } from './entry-log.ts'
import { foldAll } from './fold.ts'
import { noteShown } from './guidance-shown.ts'
import { CallElsewhere, JournalConflict } from './homes.ts'
import { type InterimQueue, interimQueue } from './interim-queue.ts'
import { journalEntry } from './journal-rows.ts'
import { findPlace } from './moving.ts'
import type { RegistryTools } from './registry-tools.ts'
import { knownSetBack } from './set-clock.ts'

/** What is known of a call when it begins; `callerNumber` is masked already. */
export interface CallDetails {
  readonly agent: string
  readonly agentId: string | null
  readonly team: string | null
  readonly origin: CallOrigin
  readonly callerNumber: string
  readonly queue: string
  readonly facts: Readonly<Record<string, FactValue>>
}

/** ms for which an ended call stays in memory for its wrap-up. */
const wrapupKeptMs = 30 * 60_000

/** The calls in memory; every other call is found through the store. */
export class CallRegistry {
  readonly #sessions = new Map<string, CallSession>()
  readonly #opening = new Map<string, Promise<CallSession>>()
  readonly #leaving = new Map<string, Promise<void>>()
  #closed = false
  readonly #tools: RegistryTools
  readonly #sessionTools: SessionTools
  readonly #interims: InterimQueue<OpenInterim>

  constructor(tools: RegistryTools) {
    this.#tools = tools
    const lost = (session: CallSession, error: SunlineError): void => {
      const { id } = session.state
      tools.troubled(id, error)
      if (this.#sessions.get(id) !== session) return
      this.#sessions.delete(id)
      if (error instanceof JournalConflict) void this.reread(id)
    }
    this.#interims = tools.interims ?? interimQueue(({ session, event, arrived }) => {
      try {
        session.readInterim(event, arrived)
      } catch (error) {
        tools.troubled(event.callId, error)
      }
    }, tools.meters.superseded)
    this.#sessionTools = { ...tools, interims: this.#interims, lost }
  }

  /** The call if it is in memory and this server goes on. */
  session(callId: string): CallSession | undefined {
    return this.#closed ? undefined : this.#sessions.get(callId)
  }

  /** Whether the call is in memory or being read. */
  readonly holds = (callId: string): boolean => this.#sessions.has(callId) || this.#opening.has(callId)

  /** Every call in memory, in the order in which they began. */
  sessions(): readonly CallSession[] {
    return [...this.#sessions.values()]
  }

  /** Interim texts that wait to be read. */
  waitingInterims(): number {
    return this.#interims.waiting()
  }

  /** Brings back the calls that were on the line or in wrap-up and are at home on no other node. Resolves to the number of calls in memory. A damaged call is reported and left out. */
  async restore(): Promise<number> {
    for (const { id } of await this.#tools.store.current(this.#tools.now() - wrapupKeptMs)) {
      try {
        await this.open(id, null)
      } catch (error) {
        if (error instanceof Stopping) break
        if (!(error instanceof CallElsewhere)) this.#tools.troubled(id, error)
      }
    }
    return this.#sessions.size
  }

  /** Another node wrote to the call: what is in memory is out of date. Who watches it sees it as it is now. */
  async reread(callId: string): Promise<void> {
    this.#sessions.delete(callId)
    try {
      if (!this.#tools.audience.watches(callId)) return
      await this.open(callId, null)
    } catch (error) {
      if (error instanceof CallElsewhere) this.#tools.homes?.moved(callId)
      else if (!(error instanceof Stopping)) this.#tools.troubled(callId, error)
    }
  }

  /** Takes nothing more in: what comes from now on is refused with Stopping. Resolves when all that was begun is done, and on disk or refused. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.allSettled([...this.#opening.values(), ...this.#leaving.values()])
    await Promise.allSettled(this.sessions().map(({ saved }) => saved))
    this.#sessions.clear()
  }

  /** Gives the call up once all of it is on disk, and then does `given`; who asks for it meanwhile waits. */
  async letGo(callId: string, given: () => Promise<void>): Promise<void> {
    await this.#opening.get(callId)?.catch(() => undefined)
    const saved = this.#sessions.get(callId)?.saved
    this.#sessions.delete(callId)
    const leaving = (saved ?? Promise.resolve()).catch(() => undefined).then(given).finally(() => this.#leaving.delete(callId))
    this.#leaving.set(callId, leaving)
    await leaving
  }

  /** Does something with a stored call that is at home on a node out of reach: it is read from the journal, which keeps the order, and not kept. Throws SunlineError 'unavailable' when nothing is stored of it yet. */
  async visit<T>(callId: string, act: (session: CallSession) => Promise<T>): Promise<T> {
    const row = await this.#tools.store.find(callId)
    if (!row) throw new SunlineError('unavailable', `the node that begins the call "${callId}" cannot be reached; send it again`, 'callId')
    return act(await this.#load(callId))
  }

  /**
   * The call with this id; one that is not known begins now, with `details` or as unannounced.
   * Throws SunlineError 'call ended' when it is closed, 'unavailable' when there are too many.
   */
  open(callId: string, details: CallDetails | null): Promise<CallSession> {
    const pending = this.#opening.get(callId)
    if (pending) return pending
    const session = this.#sessions.get(callId)
    if (this.#closed) return Promise.reject(new Stopping())
    if (session) return Promise.resolve(session)
    const opening = this.#open(callId, details).finally(() => this.#opening.delete(callId))
    this.#opening.set(callId, opening)
    return opening
  }

  /** A call that is not closed. Throws SunlineError 'not found' or 'call ended'. */
  async existing(callId: string): Promise<CallSession> {
    const session = this.session(callId)
    if (session) return session
    if (!(await this.#tools.store.find(callId))) throw new SunlineError('not found', `there is no call "${callId}"`, 'callId')
    return this.open(callId, null)
  }

  /** Whose a call is. Throws SunlineError 'not found'. */
  async owned(callId: string): Promise<OwnedCall & { readonly status: CallStatus }> {
    const session = this.#sessions.get(callId)
    if (session) return session.state
    const row = await this.#tools.store.find(callId)
    if (!row) throw new SunlineError('not found', `there is no call "${callId}"`, 'callId')
    return { agentId: row.agent_id, team: row.team, status: row.status }
  }

  /** The screen of any call, closed ones too. Throws SunlineError 'not found'. */
  async view(callId: string): Promise<CallView> {
    const session = this.session(callId)
    if (session) return session.view()
    const row = await this.#tools.store.find(callId)
    if (!row) throw new SunlineError('not found', `there is no call "${callId}"`, 'callId')
    if (row.status !== 'closed') return (await this.open(callId, null)).view()
    return callView(foldAll((await this.#tools.store.journal(callId)).map(journalEntry)), this.#tools.engine)
  }

  /** Lets a closed call go; it stays in the store. */
  release(callId: string): void {
    if (this.#sessions.get(callId)?.state.status === 'closed') this.#drop(callId)
  }

  /** The machine's clock was set `by` ms further than time passed: no call is silent, on hold or abandoned the longer for it. */
  clockJumped(by: number): void {
    for (const session of this.#sessions.values()) {
      try {
        session.clockJumped(by)
      } catch (error) {
        this.#tools.troubled(session.state.id, error)
      }
    }
  }

  /** Lets the timers of all calls ring that have run out, and lets go of wrap-ups that nobody fills in; they are loaded again when asked for. */
  tick(): void {
    const forgotten = this.#tools.now() - wrapupKeptMs
    for (const session of this.#sessions.values()) {
      const { id, status, endedAt } = session.state
      try {
        session.tick()
        if (status === 'wrap-up' && (endedAt ?? 0) < forgotten && session.isSaved) this.#drop(id)
      } catch (error) {
        this.#tools.troubled(id, error)
      }
    }
  }

  #drop(callId: string): void {
    if (this.#sessions.delete(callId)) this.#tools.homes?.left(callId)
  }

  async #open(callId: string, details: CallDetails | null): Promise<CallSession> {
    const { homes, store } = this.#tools
    await this.#leaving.get(callId)
    let row = await store.find(callId)
    if (homes && row?.status !== 'closed') {
      await homes.claim(callId)
      // Whoever had it before may have begun it, or closed it, meanwhile.
      row = await store.find(callId)
    }
    if (row?.status === 'closed') throw new SunlineError('call ended', `call "${callId}" is closed; nothing can be added to it`, 'callId')
    if (row) {
      homes?.took(callId)
      return this.#keep(await this.#load(callId))
    }
    if (this.#sessions.size >= this.#tools.maxLiveCalls) {
      throw new SunlineError('unavailable', `there are ${String(this.#sessions.size)} calls already, the most allowed (MAX_LIVE_CALLS)`)
    }
    const session = this.#keep(begunCall(callId, details ?? this.#tools.unannounced, this.#tools, this.#sessionTools))
    this.#tools.audience.listed(callSummary(session.state, this.#tools.engine))
    return session
  }

  async #load(callId: string): Promise<CallSession> {
    const rows = await this.#tools.store.journal(callId)
    const before = foldAll(rows.map(journalEntry))
    const { engineOf, engineForCall, now } = this.#tools
    const own = engineOf ? await engineOf(before.libraryVersion) : engineForCall()
    const engine = own ?? engineForCall()
    const at = now()
    const log = entryLog(before, at, engine.flows)
    const by = knownSetBack(rows.at(-1)?.at ?? at, at)
    if (by !== 0 && before.endedAt === null) log.add({ type: 'clock jumped', by })
    findPlace(log, own === null)
    noteShown(log, before, engine)
    return new CallSession(log.state, log.entries, { ...this.#sessionTools, engine })
  }

  #keep(session: CallSession): CallSession {
    const { id } = session.state
    this.#sessions.set(id, session)
    // Who looked on when the call was lost from memory may have seen more than was kept.
    if (this.#tools.audience.watches(id)) this.#tools.audience.changed(id, session.view())
    return session
  }
}
