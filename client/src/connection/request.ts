import type { Ack, ClientEvents, ErrorCode, Reply } from '../../../server/protocol.ts'
import { wire } from './socket.ts'

export type Asked = keyof ClientEvents
type PayloadOf<E extends Asked> = Parameters<ClientEvents[E]> extends [infer P, unknown] ? [payload: P] : []
type AnswerOf<E extends Asked> = Parameters<ClientEvents[E]> extends [...unknown[], Ack<infer T>] ? T : never

const patienceMs = 6000

/** The server said no, or could not be reached (`unavailable`). The message is a sentence for the agent. */
export class RequestFailed extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'RequestFailed'
    this.code = code
  }
}

/**
 * Asks the server something and waits for its answer, 6 s at most. Nothing is kept for later:
 * a key pressed while the connection is down fails at once instead of acting on a step long past.
 * Throws RequestFailed.
 */
export async function request<E extends Asked>(event: E, ...payload: PayloadOf<E>): Promise<AnswerOf<E>> {
  if (!wire.connected) throw new RequestFailed('unavailable', '')
  let reply: Reply<AnswerOf<E>>
  try {
    reply = (await wire.timeout(patienceMs).emitWithAck(event, ...payload)) as Reply<AnswerOf<E>>
  } catch {
    throw new RequestFailed('unavailable', '')
  }
  if (!reply.ok) throw new RequestFailed(reply.error, reply.message)
  return reply.data
}
