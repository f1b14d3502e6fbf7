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
