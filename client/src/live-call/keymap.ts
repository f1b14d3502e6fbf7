import { type Press, plainKey } from '../ui/keys.ts'

/** What an agent can do with one key on the live call page. */
export type Command =
  | { readonly do: 'react' | 'suggest'; readonly place: number }
  | { readonly do: 'interrupt'; readonly reaction: string }
  | { readonly do: 'said' | 'undo' | 'variant' | 'why' | 'hold' | 'end' | 'search' | 'safety' | 'float' | 'graph' | 'dismiss' | 'customer' | 'microphone' | 'whisper' | 'close' }

/** Keys that mean the same wherever the focus is; the fact being asked adds Enter, Y and N, the facts K. */
const keys: Readonly<Record<string, Command>> = {
  ' ': { do: 'said' },
  z: { do: 'undo' },
  v: { do: 'variant' },
  '?': { do: 'why' },
  '？': { do: 'why' },
  h: { do: 'hold' },
  e: { do: 'end' },
  '/': { do: 'search' },
  '、': { do: 'search' },
  '!': { do: 'safety' },
  '！': { do: 'safety' },
  a: { do: 'interrupt', reaction: 'caller angry' },
  s: { do: 'interrupt', reaction: 'caller asks for a supervisor' },
  t: { do: 'interrupt', reaction: 'caller threatens to expose or sue' },
  q: { do: 'interrupt', reaction: 'caller asks another question' },
  g: { do: 'graph' },
  p: { do: 'float' },
  c: { do: 'customer' },
  m: { do: 'microphone' },
  w: { do: 'whisper' },
  x: { do: 'dismiss' },
  Escape: { do: 'close' },
  F1: { do: 'suggest', place: 1 },
  F2: { do: 'suggest', place: 2 },
  F3: { do: 'suggest', place: 3 },
}

/** The command that a key press stands for; null for held keys, browser shortcuts (Ctrl, Alt, ⌘) and everything else. */
export function commandOf(press: Press): Command | null {
  const key = plainKey(press)
  if (key === null) return null
  if (/^[1-9]$/.test(key)) return { do: 'react', place: Number(key) }
  return keys[key] ?? null
}

/** What to choose after `!`: the reactions that preempt everything. */
export const safetyReactions = ['smoke or electric shock', 'someone is hurt', 'caller speaks of harm'] as const
