import { readdirSync, readFileSync } from 'node:fs'
import { setPriority } from 'node:os'

/** From 0, like all others, to 19: a thread of 10 gets a tenth of a core that one of 0 wants too, and all of one that nobody wants. Less, and a start under load stays slow: they compile what runs. */
const politeness = 10
/** Node 20 names no thread. It starts V8's timer thread and four helpers before any other (`node --v8-pool-size`). */
const startedFirst = 5

/**
 * Lets the threads on which V8 marks, sweeps and compiles beside the program give way to the thread that serves calls: on a core that they share, one marking
 * otherwise halves it for a third of a second (docs/performance.md). When the program itself waits for a helper, the core is free for it.
 * Threads that the program starts itself are not touched.
 * Returns the ids of the threads; none where there is no `/proc` or the size of the pool was chosen by hand.
 */
export function helpersGiveWay(): readonly number[] {
  try {
    const helpers = helperThreads()
    for (const id of helpers) setPriority(id, politeness)
    return helpers
  } catch {
    // A system that knows threads otherwise: they keep their priority.
    return []
  }
}

function helperThreads(): readonly number[] {
  const others = readdirSync('/proc/self/task').map(Number).filter((id) => id !== process.pid)
  const named = others.filter((id) => readFileSync(`/proc/self/task/${String(id)}/comm`, 'utf8').trim() === 'V8Worker')
  if (named.length > 0 || `${process.execArgv.join(' ')} ${process.env['NODE_OPTIONS'] ?? ''}`.includes('--v8-pool-size')) return named
  return others.toSorted((a, b) => afterMain(a) - afterMain(b)).slice(0, startedFirst)
}

/** How long after the main thread a thread was started, in ids; those begin again at 1 after the highest (at most 2²²). */
const afterMain = (id: number): number => (id - process.pid + 2 ** 22) % 2 ** 22
