import type { BlastCall } from './blast-calls.ts'
import type { BlastOrder, BlastTools } from './blast-radius.ts'

/** Utterances read at a time, and texts whose verdict is remembered. */
const pageSize = 5_000
const mostRemembered = 200_000
/** Ids of utterances count 1024 for each ms since the epoch. */
const idsPerMs = 1_024

/**
 * Finds the calls in which the findings may differ, by every agent utterance on its own. Null when cancelled.
 */
export async function blastScan(calls: readonly BlastCall[], differs: (text: string) => boolean, { fromAt }: BlastOrder, { database, progress, cancelled }: BlastTools): Promise<{ readonly affected: ReadonlySet<string>; readonly utterances: number } | null> {
  const wanted = new Set(calls.map(({ id }) => id))
  const affected = new Set<string>()
  const seen = new Set<string>()
  let utterances = 0
  let after = (fromAt ?? 0) * idsPerMs - 1
  for (;;) {
    const page = await database.selectFrom('utterances').select(['id', 'call_id', 'text']).where('speaker', '=', 'agent').where('id', '>', after).orderBy('id').limit(pageSize).execute()
    for (const { call_id, text } of page) {
      if (!wanted.has(call_id)) continue
      utterances += 1
      seen.add(call_id)
      if (!affected.has(call_id) && differs(text)) affected.add(call_id)
    }
    const last = page.at(-1)
    if (!last) return { affected, utterances }
    after = last.id
    progress({ looked: seen.size, total: calls.length })
    await new Promise<void>((resolve) => setImmediate(resolve))
    if (cancelled()) return null
  }
}

/** Asks `judge` once for each text. */
export function remembered(judge: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return (text) => {
    const seen = known.get(text)
    if (seen !== undefined) return seen
    if (known.size >= mostRemembered) known.clear()
    const verdictNow = judge(text)
    known.set(text, verdictNow)
    return verdictNow
  }
}
