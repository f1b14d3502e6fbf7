import type { DefaultEventsMap, Namespace } from 'socket.io'
import { SunlineError } from '../errors.ts'
import { admit, type Person } from '../identity/actor.ts'
import { eventAccess } from '../identity/event-access.ts'
import { mayHandle, mustHandle, mustWatch } from '../identity/ownership.ts'
import { pace } from '../identity/pace.ts'
import type { Ack, CallSummary, CallView, ClientEvents, Reply, ServerEvents } from '../protocol.ts'
import type { Receiver } from '../ingest/receive.ts'
import { hearBrowser } from './browser-speech.ts'
import type { Supervision } from '../supervision/supervision.ts'
import type { CallRegistry } from './call-registry.ts'
import type { CallSession } from './call-session.ts'
import { callSummary } from './call-view.ts'
import * as commands from './commands.ts'
import { unlessOvertaken } from './homes.ts'
import type { LiveEngine } from './ports.ts'
import type { ClientSocket, SocketData, Watchers } from './watchers.ts'

export interface SocketTools {
  readonly registry: CallRegistry
  readonly watchers: Watchers
  readonly engine: LiveEngine
  readonly receive: Receiver['receive']
  readonly supervision: Supervision
  /** Where there are other nodes: answers what concerns calls at home there, and adds their calls to lists. */
  readonly nodes?: NodeRequests
  /** A screen as browsers may see it. */
  readonly shown: (view: CallView) => CallView
  /** A person at a browser did something. */
  readonly active: (sessionId: string) => void
  /** Somebody looks at a call that is not his own, or over. */
  readonly looked: (person: Person, callId: string, address: string) => void
  /** Somebody wanted what he may not do. */
  readonly refused: (person: Person, event: string) => void
  /** Reports what nobody foresaw. */
  readonly failed: (error: unknown) => void
}
/** The requests of browsers that concern other nodes. */
export interface NodeRequests {
  /** Asks the node at which the payload's call is at home, or `here`. */
  readonly serve: (socket: ClientSocket, event: keyof ClientEvents, payload: unknown, here: () => Promise<unknown>) => Promise<unknown>
  /** The calls of this person that are at home on other nodes. */
  readonly calls: (person: Person) => Promise<readonly CallSummary[]>
  readonly gone: (socket: ClientSocket) => void
}
/** What a request is answered with; a function is called at the moment of sending, so that what is pushed meanwhile is in it. */
type Answer = (payload: unknown) => unknown

/** Answers the requests of browsers. Each passes its access and its schema; every request with an acknowledgement is answered. */
export function serveBrowsers(namespace: Namespace<ClientEvents, ServerEvents, DefaultEventsMap, SocketData>, tools: SocketTools): void {
  namespace.on('connection', (socket) => {
    socket.on('disconnect', () => {
      tools.watchers.gone(socket)
      tools.supervision.gone(socket)
      tools.nodes?.gone(socket)
    })
    const keepsPace = pace(() => performance.now())
    // One listener for all requests, which finds its answer when it is asked: a browser asks for something every few seconds, and ten thousand are connected.
    socket.onAny((name: string, ...args: readonly unknown[]) => {
      const guarded: Answer = async (payload) => {
        if (!keepsPace()) throw new SunlineError('too many requests', 'this page sends too much at once; wait a second')
        if (!isRequest(name)) throw new SunlineError('not found', `there is no request "${name.slice(0, 64)}"; reload the page`)
        return tools.nodes ? tools.nodes.serve(socket, name, payload, () => here(socket, name, payload, tools)) : here(socket, name, payload, tools)
      }
      void respond(guarded, args, tools.failed)
    })
  })
}

const isRequest = (name: string): name is keyof ClientEvents => Object.hasOwn(eventAccess, name)

/** Answers a request at this node. */
async function here(socket: ClientSocket, event: keyof ClientEvents, payload: unknown, tools: SocketTools): Promise<unknown> {
  await allow(socket, event, payload, tools).catch((error: unknown) => {
    if (error instanceof SunlineError && error.code === 'forbidden') tools.refused(socket.data.actor, event)
    throw error
  })
  return unlessOvertaken(() => answers(socket, tools)[event](payload))
}

/** Throws SunlineError 'forbidden' when the person may not send this event, or not for this call. */
async function allow({ data: { actor, sessionId, address } }: ClientSocket, event: keyof ClientEvents, payload: unknown, { registry, active, looked }: SocketTools): Promise<void> {
  const { access, call } = eventAccess[event]
  admit(actor, access)
  if (sessionId !== null) active(sessionId)
  if (call === 'none') return
  const { callId } = commands.requests.named(payload)
  const { status, ...owned } = await registry.owned(callId)
  if (call === 'handle') return mustHandle(actor, owned)
  mustWatch(actor, owned, status === 'closed')
  if (owned.agentId !== actor.id || status === 'closed') looked(actor, callId, address)
}

async function respond(answer: Answer, args: readonly unknown[], failed: (error: unknown) => void): Promise<void> {
  const last = args.at(-1)
  const ack: Ack<unknown> = typeof last === 'function' ? (reply) => void (last as Ack<unknown>)(reply) : () => undefined
  try {
    const answered: unknown = await answer(typeof last === 'function' && args.length === 1 ? undefined : args[0])
    ack({ ok: true, data: (typeof answered === 'function' ? (answered as () => unknown)() : answered) ?? null })
  } catch (error) {
    ack(refusal(error, failed))
  }
}

function refusal(error: unknown, failed: (error: unknown) => void): Reply<never> {
  if (error instanceof SunlineError) return { ok: false, error: error.code, message: error.message, field: error.field }
  failed(error)
  return { ok: false, error: 'internal', message: 'the request failed; the log of the server says why', field: null }
}

function answers(socket: ClientSocket, { registry, watchers, engine, receive, shown, supervision, nodes }: SocketTools): Readonly<Record<keyof ClientEvents, Answer>> {
  const { requests } = commands
  const change = async (callId: string, decide: Parameters<CallSession['do']>[0]): Promise<void> => (await registry.existing(callId)).do(decide)
  return {
    ...supervision.answers(socket),
    'calls:list': async () => {
      watchers.list(socket)
      const others = (await nodes?.calls(socket.data.actor)) ?? []
      const here = registry.sessions().filter(({ state }) => mayHandle(socket.data.actor, state)).map(({ state }) => callSummary(state, engine))
      return [...here, ...others.filter(({ id }) => registry.session(id) === undefined)]
    },
    'call:watch': async (payload) => {
      const { callId } = requests.call(payload)
      const view = await registry.view(callId)
      watchers.unlist(socket)
      watchers.join(callId, socket)
      return () => shown(registry.session(callId)?.view() ?? view)
    },
    'call:leave': (payload) => watchers.leave(requests.call(payload).callId, socket),
    'scenario:choose': (payload) => {
      const { callId, scenario } = requests.choose(payload)
      return change(callId, commands.pickScenario(scenario))
    },
    'reaction:report': (payload) => {
      const { callId, seq, reaction } = requests.react(payload)
      return change(callId, commands.reportReaction(seq, reaction))
    },
    'point:tick': (payload) => {
      const { callId, seq, point, said } = requests.tick(payload)
      return change(callId, commands.tickPoint(seq, point, said))
    },
    'fact:record': (payload) => {
      const { callId, fact, value } = requests.record(payload)
      return change(callId, commands.writeFact(fact, value))
    },
    'step:correct': (payload) => {
      const { callId, frame } = requests.correct(payload)
      return change(callId, commands.correctStep(frame))
    },
    'warning:dismiss': (payload) => {
      const { callId, warningId, reason } = requests.dismiss(payload)
      return change(callId, commands.dismissWarning(warningId, reason))
    },
    'speech:hear': (payload) => hearBrowser(receive, requests.speech(payload)),
    'call:hold': (payload) => change(requests.call(payload).callId, commands.hold),
    'call:retrieve': (payload) => change(requests.call(payload).callId, commands.retrieve),
    'call:end': async (payload) => commands.endCall(await registry.existing(requests.call(payload).callId)),
    'wrapup:submit': async (payload) => {
      const { callId, disposition, notes } = requests.wrapup(payload)
      await commands.submitWrapup(registry, await registry.existing(callId), disposition, notes)
    },
  }
}
