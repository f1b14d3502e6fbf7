import type { Flow } from '../../dialogue.ts'
import giveTicketAndClose from './give-ticket-and-close.ts'
import hotlineOpening from './hotline-opening.ts'

/** Scenarios of the service conduct family. */
export const conductFlows: readonly Flow[] = [
  hotlineOpening,
  giveTicketAndClose,
]
