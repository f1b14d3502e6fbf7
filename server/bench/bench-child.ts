import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { ParentMessage } from './child-report.ts'

/** A process of a measurement. */
export interface BenchChild {
  /** What it said first: the address of a server, or `ready`. */
  readonly ready: unknown
  /** Asks and waits for the answer. Rejects when the process ends without one. */
  readonly ask: <T>(message: ParentMessage) => Promise<T>
  /** Lets it go. */
  readonly stop: () => Promise<void>
}

/** Whether processes can be kept on a core of their own. */
export const canPin = spawnSync('taskset', ['-c', '1', 'true']).status === 0

/** The same start options as `npm start`, and what a measurement needs beside them. */
const nodeOptions = ['--max-semi-space-size=16', '--heap-growing-percent=200', '--expose-gc']

/** The servers that are measured, and the load: programs of this folder, each in a process of its own. */
export type BenchServer = 'live-server' | 'relay-server' | 'blast-beside-server'
type BenchProgram = BenchServer | 'live-load'

const path = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url))

/** Builds the programs as `npm start` builds the server. */
export async function buildBenchPrograms(): Promise<void> {
  await build({ configFile: path('vite.bench.config.ts'), logLevel: 'warn' })
}

/** Starts a built program, on these cores (numbers with commas) where that is possible, and waits for its first word. `profile`: the folder that its profile of the processor goes to. */
export async function benchChild(cores: string, program: BenchProgram, args: readonly string[] = [], profile: string | null = null): Promise<BenchChild> {
  const profiling = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const command = [process.execPath, ...nodeOptions, ...profiling, path(`server/bench/dist/${program}.js`), ...args]
  const [executable = process.execPath, ...rest] = canPin ? ['taskset', '-c', cores, ...command] : command
  const child = spawn(executable, rest, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ready = await answer(child)
  return {
    ready,
    ask: async <T>(message: ParentMessage): Promise<T> => {
      const answered = answer(child)
      child.send(message)
      return (await answered) as T
    },
    stop: async () => {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a process of the measurement ended with code ${String(code)}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}
