import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Meters } from './live/meters.ts'
import type { Receipt } from './ingest/receive.ts'

/** What Prometheus reads, and where the rest of the program counts. */
export interface Metrics extends Meters {
  readonly received: (result: Receipt['result']) => void
  /** A connection to a telephone system was made or lost; null: this node does not listen to it any more. */
  readonly linkChanged: (system: string, connected: boolean | null) => void
  /** A message to another system was taken, was not, or never will be. */
  readonly webhookCounted: (receiver: string, result: 'delivered' | 'failed' | 'dead') => void
  /** Among several nodes: an event or request went to another one, or a call was taken over from one that died. */
  readonly nodeCounted: (what: 'forwarded' | 'taken over') => void
  readonly text: () => Promise<string>
  readonly contentType: string
  readonly stop: () => void
}

/** Metrics of one server, all named `sunline_*`. `liveCalls`, `waitingInterims` and `otherNodes` are asked at each reading. */
export function metrics(liveCalls: () => number, waitingInterims: () => number, otherNodes: () => number): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const loop: IntervalHistogram = monitorEventLoopDelay({ resolution: 10 })
  loop.enable()
  const guidance = new Counter({ name: 'sunline_guidance_pushed_total', help: 'Sentences and their changes sent to browsers', registers })
  const warnings = new Counter({ name: 'sunline_warnings_total', help: 'Warnings by severity and by what became of them', labelNames: ['severity', 'state'], registers })
  const events = new Counter({ name: 'sunline_ingest_events_total', help: 'Transcript events by result', labelNames: ['result'], registers })
  const latency = new Histogram({
    name: 'sunline_ingest_to_socket_seconds',
    help: 'From the arrival of a transcript event until everything it changed was handed to the sockets',
    buckets: [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  })
  const journal = new Histogram({ name: 'sunline_journal_seconds', help: 'From handing entries to the journal until they are on disk', buckets: [0.002_5, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 1], registers })
  const waiting = new Gauge({ name: 'sunline_interims_waiting', help: 'Interim texts that wait to be read', registers })
  const superseded = new Counter({ name: 'sunline_superseded_total', help: 'What was not read or not sent because something newer of the same kind took its place', registers })
  const calls = new Gauge({ name: 'sunline_live_calls', help: 'Calls that are in memory', registers })
  const delay = new Gauge({ name: 'sunline_event_loop_delay_seconds', help: 'Delay of the event loop since the last reading', labelNames: ['quantile'], registers })
  const links = new Gauge({ name: 'sunline_telephony_connected', help: '1 while the connection to the telephone system stands; of several nodes only the one that listens has it', labelNames: ['system'], registers })
  const webhooks = new Counter({ name: 'sunline_webhooks_total', help: 'Messages to other systems by receiver and by what became of the attempt', labelNames: ['receiver', 'result'], registers })
  const peers = new Gauge({ name: 'sunline_cluster_peers', help: 'Other nodes of the cluster that live', registers })
  const nodes = new Counter({ name: 'sunline_cluster_total', help: 'What nodes did for each other: events taken in by another node, calls taken over from a dead one', labelNames: ['what'], registers })
  return {
    guidancePushed: () => guidance.inc(),
    warningChanged: (severity, state) => warnings.inc({ severity, state }),
    received: (result) => events.inc({ result }),
    handled: (_event, arrived) => latency.observe((performance.now() - arrived) / 1_000),
    written: (appended) => journal.observe((performance.now() - appended) / 1_000),
    superseded: () => superseded.inc(),
    linkChanged: (system, connected) => (connected === null ? links.remove({ system }) : links.set({ system }, connected ? 1 : 0)),
    webhookCounted: (receiver, result) => webhooks.inc({ receiver, result }),
    nodeCounted: (what) => nodes.inc({ what }),
    text: () => {
      calls.set(liveCalls())
      waiting.set(waitingInterims())
      peers.set(otherNodes())
      for (const quantile of [0.5, 0.99]) delay.set({ quantile: String(quantile) }, loop.percentile(quantile * 100) / 1e9)
      loop.reset()
      return registry.metrics()
    },
    contentType: registry.contentType,
    stop: () => void loop.disable(),
  }
}
