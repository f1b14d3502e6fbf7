import { parentPort } from 'node:worker_threads'
import { SunlineError } from '../errors.ts'
import { ReplayDesk } from './replay-desk.ts'
import type { ThreadAnswer, ThreadOrder } from './replay-thread.ts'

// The thread of replays, comparisons and imports: they take as long as they take, and no live call waits for them.
const desk = new ReplayDesk()

parentPort?.on('message', ({ id, order, asked }: ThreadOrder) => {
  const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer)
  try {
    tell({ id, answer: desk.do(order, asked) })
  } catch (error) {
    if (error instanceof SunlineError) tell({ id, code: error.code, message: error.message })
    else tell({ id, code: 'internal', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
