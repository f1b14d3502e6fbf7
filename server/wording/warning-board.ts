import type { Severity, Warning, WarningBoard } from '../protocol.ts'
import { isOpen, REPAIR_TURNS, type TrackedWarning, type WarningLog } from './warning-lifecycle.ts'

const weight: Readonly<Record<Severity, number>> = { block: 2, warn: 1, hint: 0 }

/** What stands at the top edge: the newest of the most severe open warnings that are still worth saying, the rest counted. */
export function boardOf({ warnings, turns }: WarningLog): WarningBoard {
  const open = warnings.filter(isOpen)
  const timely = open.filter((warning) => !warning.quiet && turns - warning.turn <= REPAIR_TURNS)
  const current = timely.reduce<TrackedWarning | null>((top, each) => (top !== null && weight[top.severity] > weight[each.severity] ? top : each), null)
  return { current: current === null ? null : plain(current), open: open.length, repaired: warnings.filter(({ state }) => state === 'repaired').length, all: warnings.map(plain) }
}

function plain({ turn: _turn, quiet: _quiet, ...warning }: TrackedWarning): Warning {
  return warning
}

/** How often a rule's provisional warnings were taken back. */
export interface RetractionRate {
  readonly rule: string
  readonly raised: number
  readonly retracted: number
}

/** Raised and retracted warnings by rule over any number of calls, most often retracted first. */
export function retractionRates(logs: readonly { readonly warnings: readonly Pick<Warning, 'rule' | 'state'>[] }[]): RetractionRate[] {
  const rates = new Map<string, { raised: number; retracted: number }>()
  for (const { warnings } of logs) {
    for (const { rule, state } of warnings) {
      const rate = rates.get(rule) ?? { raised: 0, retracted: 0 }
      rates.set(rule, { raised: rate.raised + 1, retracted: rate.retracted + (state === 'retracted' ? 1 : 0) })
    }
  }
  return [...rates].map(([rule, rate]) => ({ rule, ...rate })).sort((a, b) => b.retracted / b.raised - a.retracted / a.raised || b.raised - a.raised)
}
