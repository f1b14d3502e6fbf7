import { Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './audio-worker-messages.ts'
import type { AudioListener, Recogniser } from './recogniser.ts'

/** Pieces of audio of one stream that may wait; beyond that the machine is too slow for what it has to hear. */
const mostWaiting = 500

/** A recogniser in a thread of its own, started with the first audio. `folder` holds its model; null: none is configured. */
export function workerRecogniser(folder: string | null): Recogniser {
  let worker: Worker | null = null
  let last = 0
  const listeners = new Map<number, AudioListener>()
  const waiting = new Map<number, number>()

  const close = (stream: number, reason: string | null): void => {
    const listener = listeners.get(stream)
    listeners.delete(stream)
    waiting.delete(stream)
    listener?.closed(reason)
  }
  const closeAll = (reason: string): void => {
    for (const stream of listeners.keys()) close(stream, reason)
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./start-audio-worker.mjs', import.meta.url), { workerData: { folder }, execArgv: [] })
    let reason = 'the thread that recognises speech has ended'
    started.on('message', (message: FromWorker) => {
      if (message.say === 'heard') listeners.get(message.stream)?.heard(message.words)
      else if (message.say === 'taken') waiting.set(message.stream, (waiting.get(message.stream) ?? 1) - 1)
      else if (message.say === 'closed') close(message.stream, null)
      else reason = message.reason
    })
    started.on('error', (error: unknown) => (reason = error instanceof Error ? error.message : String(error)))
    started.once('exit', () => {
      if (worker === started) worker = null
      closeAll(reason)
    })
    return started
  }
  return {
    open: (channels, listener) => {
      const current = (worker ??= start())
      const stream = (last += 1)
      const tell = (message: ToWorker): void => current.postMessage(message)
      listeners.set(stream, listener)
      tell({ do: 'open', stream, channels })
      return {
        write: (pcm) => {
          if (!listeners.has(stream)) return
          const behind = (waiting.get(stream) ?? 0) + 1
          waiting.set(stream, behind)
          tell({ do: 'write', stream, pcm })
          if (behind <= mostWaiting) return
          tell({ do: 'end', stream })
          close(stream, 'this machine cannot recognise so many calls at once; give it fewer, or more processors')
        },
        end: () => {
          if (listeners.has(stream)) tell({ do: 'end', stream })
        },
      }
    },
    stop: async () => {
      listeners.clear()
      await worker?.terminate()
    },
  }
}
