import { nobody } from '../live/audience.ts'
import { readAtOnce, type SessionTools } from '../live/call-session.ts'
import { noMeters } from '../live/meters.ts'
import type { DrillTools } from './drill-setup.ts'

/** What the call of a drill needs: no clock of its own, no place in the figures of live calls. */
export function drillSessionTools({ engine, journal, now }: DrillTools): SessionTools {
  return {
    engine,
    audience: nobody,
    journal,
    interims: readAtOnce,
    meters: noMeters,
    now,
    silenceMs: Number.POSITIVE_INFINITY,
    lost: () => undefined,
  }
}
