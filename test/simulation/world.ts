import { programFlows } from '../../flows/flow-book.ts'
import { currentStep } from '../../flows/conversation.ts'
import { SunlineError } from '../../server/errors.ts'
import type { Audience } from '../../server/live/audience.ts'
import { CallRegistry } from '../../server/live/call-registry.ts'
import { readAtOnce } from '../../server/live/call-session.ts'
import type { CallState } from '../../server/live/call-state.ts'
import * as commands from '../../server/live/commands.ts'
import { foldAll } from '../../server/live/fold.ts'
import { journalEntry } from '../../server/live/journal-rows.ts'
import { noMeters } from '../../server/live/meters.ts'
import type { TranscriptEvent } from '../../server/protocol.ts'
import { fakeEngine } from '../support/fake-engine.ts'
import { Disk, Writer } from './disk.ts'
import type { Happening } from './happenings.ts'

const callId = 'c1'

interface Node {
  readonly registry: CallRegistry
  readonly writer: Writer
}

/** Two processes on one disk, a call, and everything that can go wrong. Every promise that the system makes is checked after each happening. */
export class World {
  readonly #disk = new Disk()
  readonly #broken: string[] = []
  readonly #acknowledged = new Map<string, TranscriptEvent>()
  readonly #shown = new Map<CallRegistry, number>()
  readonly #heard: TranscriptEvent[] = []
  #nodes: [Node, Node]
  #now = 1_700_000_000_000

  constructor() {
    this.#nodes = [this.#start(), this.#start()]
  }

  /** Runs a schedule. Resolves to the promises that were broken, as sentences. */
  async run(schedule: readonly Happening[]): Promise<readonly string[]> {
    for (const happening of schedule) {
      await this.#happen(happening)
      await settled()
      this.#check()
      if (this.#broken.length > 0) return this.#broken
    }
    for (const { writer } of this.#nodes) writer.flush()
    await settled()
    this.#check()
    this.#checkEnd()
    return this.#broken
  }

  #start(): Node {
    const writer = new Writer(this.#disk)
    const registry = new CallRegistry({
      engine: fakeEngine,
      engineForCall: () => fakeEngine,
      audience: this.#watcher(() => registry),
      journal: writer,
      meters: noMeters,
      interims: readAtOnce,
      now: () => this.#now,
      silenceMs: 12_000,
      store: this.#disk.store,
      maxLiveCalls: 10,
      unannounced: { agent: '李敏', agentId: 'p1', team: null, origin: 'live', callerNumber: '', queue: '', facts: {} },
      troubled: (_call, error) => {
        if (!(error instanceof SunlineError)) this.#broken.push(`an unforeseen failure: ${String(error)}`)
      },
    })
    return { registry, writer }
  }

  #watcher(registry: () => CallRegistry): Audience {
    return {
      watches: () => true,
      interim: () => undefined,
      heard: () => undefined,
      guidance: (_call, { seq }) => {
        const before = this.#shown.get(registry()) ?? 0
        if (seq < before) this.#broken.push(`guidance ${String(seq)} was shown after ${String(before)}`)
        this.#shown.set(registry(), seq)
      },
      warnings: (_call, { current, all }) => {
        if (current !== null && !all.some(({ id, state }) => id === current.id && (state === 'firm' || state === 'provisional'))) this.#broken.push(`the warning "${current.id}" stands though it is over`)
      },
      cue: () => undefined,
      context: () => undefined,
      changed: (_call, { guidance }) => void this.#shown.set(registry(), guidance.seq),
      listed: () => undefined,
    }
  }

  async #happen(happening: Happening): Promise<void> {
    this.#now += 700
    switch (happening.do) {
      case 'speak':
        return this.#hear(happening.node, { ...happening.event, callId, startMs: this.#heard.length * 1_000, endMs: this.#heard.length * 1_000 + 900, source: 'test' })
      case 'repeat': {
        const again = this.#heard[happening.nth % Math.max(1, this.#heard.length)]
        return again && this.#hear(happening.node, again)
      }
      case 'flush':
        return this.#nodes[happening.node].writer.flush(happening.failing)
      case 'crash':
        this.#nodes[happening.node] = this.#start()
        await this.#nodes[happening.node].registry.restore()
        return
      case 'wait':
        this.#now += happening.ms
        return this.#nodes.forEach(({ registry }) => registry.tick())
      default:
        return this.#click(happening)
    }
  }

  async #hear(node: 0 | 1, event: TranscriptEvent): Promise<void> {
    this.#heard.push(event)
    const { registry } = this.#nodes[node]
    await this.#allowed(async () => {
      const { result, saved } = (await registry.open(callId, null)).hear(event)
      if (!event.final || result === 'stale') return
      void (saved ?? Promise.resolve()).then(
        () => {
          const known = this.#acknowledged.get(event.utteranceId)
          if (known === undefined || known.revision <= event.revision) this.#acknowledged.set(event.utteranceId, event)
        },
        () => undefined,
      )
    })
  }

  #click({ node, ...click }: Exclude<Happening, { do: 'speak' | 'repeat' | 'flush' | 'crash' | 'wait' }>): Promise<void> {
    const session = this.#nodes[node].registry.session(callId)
    if (!session) return Promise.resolve()
    const { guidanceSeq, warnings } = session.state
    return this.#allowed(() => {
      const saved =
        click.do === 'react' ? session.do(commands.reportReaction(guidanceSeq - click.behind, click.reaction))
        : click.do === 'record' ? session.do(commands.writeFact('repairCount', click.value))
        : click.do === 'choose' ? session.do(commands.pickScenario(click.scenario))
        : click.do === 'undo' ? session.do(commands.correctStep(undefined))
        : click.do === 'hold' ? session.do(session.state.status === 'held' ? commands.retrieve : commands.hold)
        : session.do(commands.dismissWarning(warnings.at(-1)?.id ?? 'none', 'a look-alike'))
      saved.catch(() => undefined)
    })
  }

  /** Refusals with a code are answers; anything else is a broken promise. */
  async #allowed(act: () => void | Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof SunlineError) || error.code === 'internal') this.#broken.push(`an unforeseen failure: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
  }

  #check(): void {
    const rows = this.#disk.entries.get(callId) ?? []
    if (rows.some(({ seq }, index) => seq !== index)) this.#broken.push('the entries on disk are not numbered one after the other')
    for (const { registry } of this.#nodes) {
      const state = registry.session(callId)?.state
      const kind = state && currentStep(programFlows, state.stack)?.kind
      if (state && state.stack.length > 0 && kind !== 'say' && kind !== 'ask') this.#broken.push(`the call rests on ${JSON.stringify(state.stack.at(-1))}, which nobody speaks`)
    }
  }

  #checkEnd(): void {
    const rows = this.#disk.entries.get(callId)
    if (!rows) return
    const state = foldAll(rows.map(journalEntry))
    for (const [id, { revision, text }] of this.#acknowledged) {
      const kept = state.utterances.find((utterance) => utterance.id === id)
      if (!kept || kept.revision < revision || (kept.revision === revision && kept.text !== text)) this.#broken.push(`"${text}" was acknowledged and is lost`)
    }
    for (const { registry } of this.#nodes) {
      const live = registry.session(callId)
      if (live?.isSaved === true && live.state.nextSeq === state.nextSeq && !same(live.state, state)) this.#broken.push('the state in memory is not the one that the journal gives')
    }
  }
}

const same = (one: CallState, other: CallState): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(sorted) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)])) : value

/** Lets every promise that can go on do so. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
