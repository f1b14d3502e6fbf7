import type { Flow } from '../../dialogue.ts'
import environmentInterferenceScreen from './environment-interference-screen.ts'

/** Scenarios of the environment family. */
export const environmentFlows: readonly Flow[] = [environmentInterferenceScreen]
