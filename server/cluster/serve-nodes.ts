import type { Namespace } from 'socket.io'
import { SunlineError } from '../errors.ts'
import { hearSaved, receiptFor, type Receiver } from '../ingest/receive.ts'
import type { CallRegistry } from '../live/call-registry.ts'
import { CallElsewhere, unlessOvertaken } from '../live/homes.ts'
import type { Watchers } from '../live/watchers.ts'
import type { CallSummary, Reply, TranscriptEvent } from '../protocol.ts'
import type { CallLine } from '../telephony/call-line.ts'
import type { CallHomes } from './call-homes.ts'
import { type LineErrand, moved, type NodeEvents, type NodeReceipt } from './node-protocol.ts'
import type { Peers } from './peers.ts'

export interface NodeServerTools {
  readonly registry: CallRegistry
  readonly watchers: Pick<Watchers, 'at' | 'moved'>
  readonly homes: CallHomes
  readonly peers: Pick<Peers, 'trusts'>
  /** Takes in events of calls that are in memory here. */
  readonly take: Receiver['take']
  readonly line: () => CallLine
  readonly failed: (error: unknown) => void
}

/** Answers the other nodes. */
export function serveNodes(namespace: Namespace<NodeEvents>, { registry, watchers, homes, peers, take, line, failed }: NodeServerTools): void {
  namespace.use((socket, next) => {
    const { secret } = socket.handshake.auth as { readonly secret?: unknown }
    next(peers.trusts(secret) ? undefined : new Error('this is for the nodes of the cluster'))
  })
  namespace.on('connection', (socket) => {
    socket.on('transcript', (event, answer) => {
      if (registry.session(event.callId)) take(event, answer ?? null)
      else void hear(event).then(answer ?? (() => undefined))
    })
    socket.on('line', (errand, answer) => void perform(errand).then(answer))
    socket.on('reread', (callId) => {
      if (registry.session(callId)) void registry.reread(callId).catch(failed)
    })
    socket.on('hand over', ({ callId, to }, answer) => void handOver(callId, to).then(answer, () => answer(false)))
  })

  const hear = (event: TranscriptEvent): Promise<NodeReceipt> =>
    hearSaved(event, registry).catch((error: unknown) => (error instanceof CallElsewhere ? moved : receiptFor(error, failed)))

  async function perform({ method, args }: LineErrand): Promise<Reply<CallSummary | null> | typeof moved> {
    try {
      const act = line()[method] as (...given: readonly unknown[]) => Promise<CallSummary | null>
      return { ok: true, data: await unlessOvertaken(() => act(...args)) }
    } catch (error) {
      if (error instanceof CallElsewhere) return moved
      const { code, message, field } = error instanceof SunlineError ? error : new SunlineError('internal', 'the request failed; the log of the other node says why')
      if (!(error instanceof SunlineError)) failed(error)
      return { ok: false, error: code, message, field }
    }
  }
  async function handOver(callId: string, to: string): Promise<boolean> {
    const agent = registry.session(callId)?.state.agentId
    // A call follows its agent, unless he is here as well.
    if ([...watchers.at(callId)].some(({ data }) => data.actor.id === agent && data.relayed !== true)) return false
    await registry.letGo(callId, () => homes.give(callId, to))
    watchers.moved(callId)
    return true
  }
}
