import { isMainThread, parentPort } from 'node:worker_threads'
import { SunlineError } from '../errors.ts'
import { isTrialPriority, standBack } from './stand-back.ts'
import { Workshop } from './workshop.ts'
import type { WorkshopAnswerMessage, WorkshopMessage } from './workshop-messages.ts'

// The thread or the process that checks and tries changes of the words; no live call waits for it.
const workshop = new Workshop()
const cancelled = new Set<number>()

const tell = (answer: WorkshopAnswerMessage): void => {
  if (parentPort) parentPort.postMessage(answer)
  // Who asked may be gone by now; then nobody waits for it.
  else process.send?.(answer, () => undefined)
}
const told = (message: WorkshopMessage): void => {
  if (message.kind === 'cancel') {
    cancelled.add(message.id)
    return
  }
  void done(message).then((answer) => tell({ id: message.id, answer }), (error: unknown) => tell({ id: message.id, ...refusal(error) }))
}

if (isMainThread) {
  const [, , priority = ''] = process.argv
  standBack(isTrialPriority(priority) ? priority : 'idle')
  process.on('message', told).on('disconnect', () => process.exit())
} else parentPort?.on('message', told)

async function done({ id, order }: Extract<WorkshopMessage, { kind: 'order' }>): Promise<unknown> {
  if (order.name === 'check') return workshop.check(order.asked)
  if (order.name === 'changes') return workshop.changes(order.asked)
  if (order.name === 'find') return workshop.find(order.asked)
  if (order.name === 'flow parts') return workshop.flowParts(order.asked)
  if (order.name === 'scorecard parts') return workshop.scorecardParts(order.asked)
  if (order.name === 'try') return workshop.try(order.asked)
  try {
    return await workshop.blast(order.asked, (progress) => tell({ id, progress }), () => cancelled.has(id))
  } finally {
    cancelled.delete(id)
  }
}

function refusal(error: unknown) {
  if (error instanceof SunlineError) return { code: error.code, message: error.message, zh: error.zh }
  return { code: 'internal' as const, zh: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
