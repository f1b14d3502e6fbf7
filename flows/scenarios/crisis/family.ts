import type { Flow } from '../../dialogue.ts'
import compensationForFaultLosses from './compensation-for-fault-losses.ts'
import crisisEscalation from './crisis-escalation.ts'
import crisisMediaExposure from './crisis-media-exposure.ts'
import crisisPersonalInjury from './crisis-personal-injury.ts'
import crisisQualityInspection from './crisis-quality-inspection.ts'
import crisisSafetyHazard from './crisis-safety-hazard.ts'
import suspectedBatchProblem from './suspected-batch-problem.ts'

/** Scenarios of the crisis family. */
export const crisisFlows: readonly Flow[] = [
  suspectedBatchProblem,
  compensationForFaultLosses,
  crisisPersonalInjury,
  crisisSafetyHazard,
  crisisMediaExposure,
  crisisQualityInspection,
  crisisEscalation,
]
