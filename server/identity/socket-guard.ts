import type { IncomingMessage } from 'node:http'
import type { DefaultEventsMap, Namespace } from 'socket.io'
import { SunlineError } from '../errors.ts'
import { clientAddress } from './client-address.ts'
import type { Caller } from './identity.ts'
import type { Sessions } from './sessions.ts'

/** What is kept with every socket. `sessionId`: null for programs. */
export interface CallerData extends Caller {
  readonly address: string
}
type AnyNamespace = Pick<Namespace<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, unknown>, 'use'>

/**
 * Lets nobody open a socket whom `who` does not know; it throws a SunlineError then. The refusal carries the code, so that a page knows
 * that it must sign in, and a program that its key is wrong. `key` is the handshake's `auth.key`; `hops`: proxies that are trusted.
 */
export function guardSockets(namespace: AnyNamespace, hops: number, who: (request: IncomingMessage, key: unknown) => Promise<Caller>): void {
  namespace.use((socket, next) => {
    const { key } = socket.handshake.auth as { readonly key?: unknown }
    who(socket.request, key).then(
      (caller) => {
        Object.assign(socket.data as object, { address: clientAddress(socket.request, hops), ...caller })
        next()
      },
      (error: unknown) => {
        const { code, message } = error instanceof SunlineError ? error : new SunlineError('internal', 'the server could not look up who you are; try again')
        next(Object.assign(new Error(message), { data: { code } }))
      },
    )
  })
}

interface SignedInSocket {
  readonly data: unknown
  readonly disconnect: (close: boolean) => unknown
}
const sessionOf = ({ data }: SignedInSocket): string | null => (data as Partial<CallerData>).sessionId ?? null

/** Cuts off the sockets of sessions that were ended. */
export function cutEnded(sockets: () => Iterable<SignedInSocket>, held: Sessions): void {
  held.onEnded((ids) => cut(sockets, (id) => ids.includes(id)))
}

/** Cuts off the sockets whose sessions have run out, or were ended by another node. */
export async function cutExpired(sockets: () => Iterable<SignedInSocket>, held: Sessions): Promise<void> {
  const ids = [...new Set([...sockets()].map(sessionOf).filter((id) => id !== null))]
  const living = await held.living(ids)
  cut(sockets, (id) => ids.includes(id) && !living.has(id))
}

function cut(sockets: () => Iterable<SignedInSocket>, over: (id: string) => boolean): void {
  for (const socket of sockets()) {
    const id = sessionOf(socket)
    if (id !== null && over(id)) socket.disconnect(true)
  }
}
