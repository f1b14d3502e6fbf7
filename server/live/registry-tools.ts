import type { CallStore } from '../store/call-store.ts'
import type { CallDetails } from './call-registry.ts'
import type { SessionTools } from './call-session.ts'
import type { Homes } from './homes.ts'
import type { LiveEngine } from './ports.ts'

export interface RegistryTools extends Omit<SessionTools, 'lost' | 'interims'> {
  readonly store: CallStore
  /** Where interim texts wait to be read; without it, a queue over all calls. */
  readonly interims?: SessionTools['interims']
  readonly maxLiveCalls: number
  /** The engine of a call that begins or is brought back now. */
  readonly engineForCall: () => LiveEngine
  /** The engine of the version that a call began with; resolves to null when that version is not at hand. Without it, calls are brought back with the engine of today. */
  readonly engineOf?: (version: string) => Promise<LiveEngine | null>
  /** What a call has when its beginning was not announced. */
  readonly unannounced: CallDetails
  /** What callers are told at the opening of calls on the line; empty: nothing. */
  readonly openingNotice?: () => string
  /** At which node calls are at home; without it, all are here. */
  readonly homes?: Homes
  /** A call that could not be written or read, for the log. */
  readonly troubled: (callId: string, error: unknown) => void
}
