import type { Flow } from '../../dialogue.ts'
import cannotKeepNextAppointment from './cannot-keep-next-appointment.ts'
import engineerRunningLate from './engineer-running-late.ts'
import longWaitAtCounter from './long-wait-at-counter.ts'
import missedAppointmentNoCallback from './missed-appointment-no-callback.ts'
import outboundMachineReady from './outbound-machine-ready.ts'
import outboundRepairOverdue from './outbound-repair-overdue.ts'
import outboundVisitAppointment from './outbound-visit-appointment.ts'
import registerAtHotline from './register-at-hotline.ts'
import tooFewEngineers from './too-few-engineers.ts'
import wantsImmediateVisit from './wants-immediate-visit.ts'

/** Scenarios of the appointments and waiting family. */
export const schedulingFlows: readonly Flow[] = [
  wantsImmediateVisit,
  cannotKeepNextAppointment,
  longWaitAtCounter,
  tooFewEngineers,
  missedAppointmentNoCallback,
  registerAtHotline,
  outboundVisitAppointment,
  outboundRepairOverdue,
  outboundMachineReady,
  engineerRunningLate,
]
