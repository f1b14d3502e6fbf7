import { SunlineError } from '../errors.ts'
import type { Receiver } from '../ingest/receive.ts'

/** Takes in words that the agent's browser recognised: they are the agent's, whatever else they claim to be. Throws what was wrong with them. */
export async function hearBrowser(receive: Receiver['receive'], heard: object): Promise<null> {
  const receipt = await receive({ ...heard, speaker: 'agent', source: 'browser' })
  if (receipt.result === 'error') throw new SunlineError(receipt.error, receipt.message, receipt.field)
  return null
}
