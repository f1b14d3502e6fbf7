import type { Flow } from '../../dialogue.ts'
import dataLossOnDiskSwap from './data-loss-on-disk-swap.ts'
import keepOldHardDiskForData from './keep-old-hard-disk-for-data.ts'

/** Scenarios of the data family. */
export const dataFlows: readonly Flow[] = [keepOldHardDiskForData, dataLossOnDiskSwap]
