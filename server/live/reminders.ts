import type { Reminder } from '../protocol.ts'
import type { CallState } from './call-state.ts'
import type { LiveEngine } from './ports.ts'

/** What the conventions of every call still want from the agent, the most pressing first. */
export function reminders({ conventions, status }: CallState, engine: LiveEngine): readonly Reminder[] {
  if (status === 'wrap-up' || status === 'closed') return []
  const due = new Set(conventions.filter((occasion) => occasion.status === 'due').map(({ convention }) => convention))
  if (due.size === 0) return []
  return engine.conventions.flatMap(({ id, remind }) => (remind !== undefined && due.has(id) ? [{ id, label: { zh: remind.zh, en: remind.en } }] : []))
}
