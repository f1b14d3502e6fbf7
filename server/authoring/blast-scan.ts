import type { LiveEngine } from '../live/ports.ts'
import { compileRules } from '../wording/compile-rules.ts'
import { checkTurn } from '../wording/check-turn.ts'
import type { Library } from '../library/library.ts'
import type { RuleDefinition } from '../wording/rule-types.ts'
import type { TurnContext } from '../wording/types.ts'
import type { BlastCall } from './blast-calls.ts'
import type { BlastOrder, BlastTools } from './blast-radius.ts'

/** Utterances read at a time, and texts whose verdict is remembered. */
const pageSize = 5_000
const mostRemembered = 200_000
/** Ids of utterances count 1024 for each ms since the epoch. */
const idsPerMs = 1_024

/**
 * Finds the calls in which the findings may differ, by every agent utterance on its own. What a rule asks of the call (its step, its
 * facts, what was said before) is left aside for the rules that changed, so that no call is missed for it. Null when cancelled.
 */
export async function blastScan(calls: readonly BlastCall[], { now, fromAt }: BlastOrder, { base, draft, changes, database, progress, cancelled }: BlastTools): Promise<{ readonly affected: ReadonlySet<string>; readonly utterances: number } | null> {
  const wanted = new Set(calls.map(({ id }) => id))
  const affected = new Set<string>()
  const differs = remembered(difference(base, draft, new Set(changes.rules), now))
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

interface Side {
  readonly library: Library
  readonly engine: LiveEngine
}

function difference(base: Side, draft: Side, rules: ReadonlySet<string>, now: number): (text: string) => boolean {
  const before = bareRules(base.library, rules)
  const after = bareRules(draft.library, rules)
  const nowhere: TurnContext = { speaker: 'agent', scenario: null, step: null, phase: null, team: null, facts: {}, history: [], interim: false, now }
  return (text) =>
    checkTurn(before, text, nowhere).length > 0 || checkTurn(after, text, nowhere).length > 0 || verdict(base.engine, text, nowhere) !== verdict(draft.engine, text, nowhere)
}

/** The changed rules alone, without what they ask of the call. */
function bareRules({ ruleFiles, wordSets }: Library, ids: ReadonlySet<string>) {
  const bare = (rule: RuleDefinition): RuleDefinition => {
    const { scope: _scope, when: _when, unless_within: _within, unless_caller: _caller, after_agent: _agent, after_caller: _after, valid: _valid, examples: _examples, counter_examples: _counter, ...words } = rule
    return words
  }
  const files = ruleFiles.map((file) => ({ ...file, rules: file.rules.filter(({ id }) => ids.has(id)).map(bare) })).filter((file) => file.rules.length > 0)
  return compileRules(files, wordSets, null)
}

const verdict = (engine: LiveEngine, text: string, context: TurnContext): string =>
  engine.checkTurn(text, context).map(({ rule, severity, start, end, sayInstead }) => `${rule} ${severity} ${String(start)} ${String(end)} ${sayInstead}`).join('\n')

function remembered(judge: (text: string) => boolean): (text: string) => boolean {
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
