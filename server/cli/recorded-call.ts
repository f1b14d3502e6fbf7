import { load } from 'js-yaml'
import { SunlineError } from '../errors.ts'
import { readTranscript } from '../ingest/neutral.ts'
import { sampleEvents, type TimedEvent } from '../samples/sample-events.ts'
import { readSample } from '../samples/sample-file.ts'

/** A recorded call as events in the order of their time, all under `callId`. */
export interface RecordedCall {
  readonly queue: string
  readonly callerNumber: string
  readonly events: readonly TimedEvent[]
}

/** Reads a sample call (`.yaml`) or a JSONL file of neutral events. Throws SunlineError naming file, line or field. */
export function readEvents(file: string, text: string, callId: string): RecordedCall {
  if (!file.endsWith('.jsonl')) {
    const sample = readSample(load(text))
    return { queue: sample.queue, callerNumber: sample.callerNumber, events: sampleEvents(sample, callId) }
  }
  const events = text.split('\n').flatMap((line, index): readonly TimedEvent[] => {
    if (line.trim() === '') return []
    try {
      const event = readTranscript({ ...(JSON.parse(line) as object), callId })
      return [{ at: event.endMs, event }]
    } catch (error) {
      throw new SunlineError('invalid payload', `${file}, line ${String(index + 1)}: ${error instanceof Error ? error.message : String(error)}`)
    }
  })
  return { queue: '', callerNumber: '', events: events.toSorted((a, b) => a.at - b.at) }
}
