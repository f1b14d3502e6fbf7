import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { FromWorker, ToWorker } from './audio-worker-messages.ts'
import type { AudioListener, Recogniser } from './recogniser.ts'

/** Pieces of audio of one stream that may wait; beyond that the machine is too slow for what it has to hear. */
const mostWaiting = 500

/**
 * A recogniser in a process of its own, started with the first audio and again after a crash: a faulty model takes nobody else with it.
 * `folder` holds the model; null: none is configured.
 */
export function processRecogniser(folder: string | null): Recogniser {
  let worker: ChildProcess | null = null
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
  const start = (): ChildProcess => {
    const started = fork(fileURLToPath(new URL('./start-audio-worker.mjs', import.meta.url)), folder === null ? [] : [folder], { execArgv: [], serialization: 'advanced' })
    let reason = 'the process that recognises speech has ended; is the model in SUNLINE_ASR_MODELS sound?'
    started.on('message', (message: FromWorker) => {
      if (message.say === 'heard') listeners.get(message.stream)?.heard(message.words)
      else if (message.say === 'taken') waiting.set(message.stream, (waiting.get(message.stream) ?? 1) - 1)
      else if (message.say === 'closed') close(message.stream, null)
      else reason = message.reason
    })
    started.on('error', (error) => (reason = error.message))
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
      const tell = (message: ToWorker): void => void (current.connected && current.send(message))
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
      if (!worker) return
      const gone = once(worker, 'exit')
      worker.kill()
      await gone
    },
  }
}
