import type { FastifyBaseLogger } from 'fastify'
import { Stopping } from './errors.ts'
import { JournalConflict } from './live/homes.ts'

/** What is logged of failures that nobody can be answered. */
export interface Troubles {
  /** Something that nobody foresaw. */
  readonly failed: (error: unknown) => void
  /** A call could not be written or read. */
  readonly troubled: (callId: string, error: unknown) => void
}

/** That a server which is being stopped refuses, and that another node was first, is in order: whoever wanted something does it again. */
export const troubles = (logger: FastifyBaseLogger): Troubles => ({
  failed: (error) => (error instanceof Stopping ? logger.info(error.message) : logger.error({ err: error }, 'unforeseen failure')),
  troubled: (callId, error) =>
    error instanceof Stopping || error instanceof JournalConflict ? logger.info({ callId }, error.message) : logger.error({ err: error, callId }, 'a call could not be written or read'),
})
