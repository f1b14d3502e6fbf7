import type { Flow } from '../../dialogue.ts'
import displayNotFaulty from './display-not-faulty.ts'
import disputesDiagnosisNoise from './disputes-diagnosis-noise.ts'
import distrustsNewEngineer from './distrusts-new-engineer.ts'
import highFailureRateClaim from './high-failure-rate-claim.ts'
import isMyModelObsolete from './is-my-model-obsolete.ts'
import lcdBrightDot from './lcd-bright-dot.ts'
import ownToolsAndSoftware from './own-tools-and-software.ts'
import relationshipWithBrand from './relationship-with-brand.ts'
import reluctantToOpenNewPc from './reluctant-to-open-new-pc.ts'
import repairShortensLifeWorry from './repair-shortens-life-worry.ts'
import thirdPartyOpticalDrive from './third-party-optical-drive.ts'

/** Scenarios of the trust in the product family. */
export const trustFlows: readonly Flow[] = [
  thirdPartyOpticalDrive,
  disputesDiagnosisNoise,
  displayNotFaulty,
  lcdBrightDot,
  reluctantToOpenNewPc,
  highFailureRateClaim,
  isMyModelObsolete,
  ownToolsAndSoftware,
  distrustsNewEngineer,
  relationshipWithBrand,
  repairShortensLifeWorry,
]
