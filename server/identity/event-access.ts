import type { ClientEvents } from '../protocol.ts'
import type { Access } from './permissions.ts'

/** What an event does to the call that its payload names, and so whose it must be (`ownership.ts`). `none`: it names no call, or lets go of one. */
export type CallUse = 'none' | 'watch' | 'handle'
export interface EventAccess {
  readonly access: Access
  readonly call: CallUse
}
const handle: EventAccess = { access: 'calls:handle', call: 'handle' }

/** Who may send each event of the browsers' socket. An event that is missing here does not compile; one that is not listed is refused. */
export const eventAccess: Readonly<Record<keyof ClientEvents, EventAccess>> = {
  'calls:list': { access: 'calls:watch', call: 'none' },
  'call:watch': { access: 'calls:review', call: 'watch' },
  'call:leave': { access: 'signed in', call: 'none' },
  'scenario:choose': handle,
  'reaction:report': handle,
  'point:tick': handle,
  'fact:record': handle,
  'step:correct': handle,
  'warning:dismiss': handle,
  'speech:hear': handle,
  'call:hold': handle,
  'call:retrieve': handle,
  'call:end': handle,
  'wall:watch': { access: 'calls:supervise', call: 'none' },
  'wall:leave': { access: 'calls:supervise', call: 'none' },
  'whisper:send': { access: 'calls:supervise', call: 'handle' },
  'whisper:acknowledge': handle,
  'call:take-over': { access: 'calls:supervise', call: 'handle' },
  'wrapup:submit': handle,
}
