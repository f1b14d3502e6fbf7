import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { TrialPriority } from './stand-back.ts'
import type { WorkshopAnswerMessage, WorkshopMessage } from './workshop-messages.ts'

/** A workshop that runs beside the live calls. */
export interface RunningWorkshop {
  readonly send: (message: WorkshopMessage) => void
  readonly stop: () => Promise<void>
}
export interface WorkshopListener {
  readonly answered: (message: WorkshopAnswerMessage) => void
  /** It is gone, and why. */
  readonly ended: (reason: string) => void
}
export type WorkshopStart = (listener: WorkshopListener) => RunningWorkshop

/** In a thread, for what somebody waits for at the screen. It ends with the server. */
export const inThread: WorkshopStart = ({ answered, ended }) => {
  const worker = new Worker(new URL('./start-workshop-worker.mjs', import.meta.url), { execArgv: [] })
  worker.on('message', answered).once('error', (error) => ended(String(error))).once('exit', (code) => ended(`code ${String(code)}`))
  worker.unref()
  return { send: (message) => worker.postMessage(message), stop: async () => void (await worker.terminate()) }
}

/** In a process that stands back, for long work: its memory and its collections are not those of the live calls. */
export const inProcess = (priority: TrialPriority): WorkshopStart => ({ answered, ended }) => {
  const child = fork(fileURLToPath(new URL('./start-workshop-worker.mjs', import.meta.url)), [priority], { execArgv: [], serialization: 'advanced' })
  child.on('message', answered).once('error', (error) => ended(error.message)).once('exit', (code, signal) => ended(signal ?? `code ${String(code)}`))
  child.unref()
  child.channel?.unref()
  return {
    send: (message) => void (child.connected && child.send(message)),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
