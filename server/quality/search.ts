import { SunlineError } from '../errors.ts'
import type { QualityFilter, SearchView } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import { utteranceIndex } from '../store/utterance-index.ts'
import type { Names } from './names.ts'
import { marksOf, phrasesOf } from './search-words.ts'

const notDrills = ['live', 'sample', 'import']

/** Final utterances that hold all phrases of `filter.words`, newest first. Throws SunlineError 'invalid payload' when there is nothing to look for. */
export async function search(database: Database, names: Names, filter: QualityFilter, before: number | null, limit: number): Promise<SearchView> {
  const phrases = phrasesOf(filter.words ?? '')
  if (phrases.length === 0) throw new SunlineError('invalid payload', 'words: give at least one letter, digit or character to look for', 'words')
  const { from = 0, to = Number.MAX_SAFE_INTEGER / 2048, speaker, scenario, agent, team, origin } = filter
  const begun = performance.now()
  const rows = await utteranceIndex(database).search(database, {
    phrases: phrases.map((phrase) => [...phrase]),
    marks: {
      ...(speaker && { speaker: [speaker] }),
      ...(scenario && { scenario: [scenario] }),
      ...(agent && { agent: [agent] }),
      ...(team && { team: [team] }),
      origin: origin ? [origin] : notDrills,
    },
    from,
    to: Math.min(to, Number.MAX_SAFE_INTEGER / 2048),
    before,
    limit: limit + 1,
  })
  const tookMs = performance.now() - begun
  const shown = rows.slice(0, limit)
  return {
    found: shown.map((row) => ({
      id: row.id,
      callId: row.call_id,
      speaker: row.speaker,
      text: row.text,
      marks: marksOf(row.text, phrases),
      at: row.at,
      atMs: row.at_ms,
      agent: { id: row.agent_id ?? row.agent, name: row.agent },
      team: row.team === null ? null : names.team(row.team),
      origin: row.origin,
      scenario: row.scenario === null ? null : names.scenario(row.scenario),
    })),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    tookMs,
  }
}
