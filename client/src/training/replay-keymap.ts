import type { ReplayMarkKind } from '../../../server/protocol.ts'
import { type Press, plainKey } from '../ui/keys.ts'

/** What a key does on a replay. `by`: ms, or steps. */
export type ReplayCommand =
  | { readonly do: 'toggle' | 'comment' | 'clip-from' | 'clip-to' | 'link' | 'compare' | 'start' | 'end' }
  | { readonly do: 'move' | 'speed'; readonly by: number }
  | { readonly do: 'mark'; readonly kind: ReplayMarkKind; readonly by: 1 | -1 }
  | { readonly do: 'tab'; readonly place: number }

const keys: Readonly<Record<string, ReplayCommand>> = {
  ' ': { do: 'toggle' },
  ArrowLeft: { do: 'move', by: -5_000 },
  ArrowRight: { do: 'move', by: 5_000 },
  ArrowUp: { do: 'speed', by: 1 },
  ArrowDown: { do: 'speed', by: -1 },
  Home: { do: 'start' },
  End: { do: 'end' },
  j: { do: 'mark', kind: 'guidance', by: -1 },
  k: { do: 'mark', kind: 'guidance', by: 1 },
  w: { do: 'mark', kind: 'warning', by: -1 },
  e: { do: 'mark', kind: 'warning', by: 1 },
  r: { do: 'mark', kind: 'reaction', by: -1 },
  t: { do: 'mark', kind: 'reaction', by: 1 },
  c: { do: 'comment' },
  '[': { do: 'clip-from' },
  '【': { do: 'clip-from' },
  ']': { do: 'clip-to' },
  '】': { do: 'clip-to' },
  l: { do: 'link' },
  v: { do: 'compare' },
  '1': { do: 'tab', place: 0 },
  '2': { do: 'tab', place: 1 },
  '3': { do: 'tab', place: 2 },
}

/** The command that a key press stands for, or null. */
export function replayCommandOf(press: Press): ReplayCommand | null {
  const key = plainKey(press)
  return key === null ? null : (keys[key] ?? null)
}
