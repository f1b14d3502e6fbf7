import type { Severity, WarningState } from '../protocol.ts'

/** What a call counts while it runs. */
export interface Meters {
  readonly guidancePushed: () => void
  readonly warningChanged: (severity: Severity, state: WarningState) => void
}
