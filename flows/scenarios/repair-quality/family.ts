import type { Flow } from '../../dialogue.ts'
import cannotFixNow from './cannot-fix-now.ts'
import doubtsQualityAfterRepair from './doubts-quality-after-repair.ts'
import explainTheFault from './explain-the-fault.ts'
import faultHardToSee from './fault-hard-to-see.ts'
import monitorFixOnTheSpot from './monitor-fix-on-the-spot.ts'
import ownMisjudgement from './own-misjudgement.ts'

/** Scenarios of the repair quality family. */
export const repairQualityFlows: readonly Flow[] = [
  monitorFixOnTheSpot,
  explainTheFault,
  doubtsQualityAfterRepair,
  cannotFixNow,
  faultHardToSee,
  ownMisjudgement,
]
