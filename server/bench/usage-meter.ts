import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Usage } from './child-report.ts'

/** ms between two looks of the loop's monitor; it reports this much more than the delay. */
const resolutionMs = 5

/** Measures what this process uses from one call of the returned function to the next. */
export function usageMeter(): () => Usage {
  const loop = monitorEventLoopDelay({ resolution: resolutionMs })
  loop.enable()
  let cpu = process.cpuUsage()
  let since = performance.now()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    const cores = (user + system) / 1_000 / (performance.now() - since)
    const loopDelayMs = Math.max(loop.percentile(99) / 1e6 - resolutionMs, 0)
    cpu = process.cpuUsage()
    since = performance.now()
    loop.reset()
    return { cores, rssMb: Math.round(process.memoryUsage.rss() / 2 ** 20), loopDelayMs }
  }
}
