import { checkTurn } from '../wording/check-turn.ts'
import type { RuleSet } from '../wording/compiled-rules.ts'
import type { Finding } from '../wording/rule-types.ts'
import type { Turn, TurnContext } from '../wording/types.ts'
import { isFaulty, type AuditEntry, type AuditFault } from './audit-entry.ts'

/** What was found in one line. */
export interface AuditResult {
  readonly entry: AuditEntry
  readonly findings: readonly Finding[]
}

/** Turns of a dialogue that rules may look back on, and dialogues remembered at least: the bound of the audit's memory. */
const TURNS_KEPT = 40
const DIALOGUES_KEPT = 2000

/** The last turns of the dialogues heard lately. */
class Histories {
  private readonly turns = new Map<string, Turn[]>()

  of(dialogue: string): readonly Turn[] {
    return this.turns.get(dialogue) ?? []
  }
  add(dialogue: string, turn: Turn): void {
    const turns = [...(this.turns.get(dialogue) ?? []), turn].slice(-TURNS_KEPT)
    this.turns.delete(dialogue)
    this.turns.set(dialogue, turns)
    if (this.turns.size > DIALOGUES_KEPT * 2) this.forgetOldest()
  }
  private forgetOldest(): void {
    let left = this.turns.size - DIALOGUES_KEPT
    for (const dialogue of this.turns.keys()) {
      if (left-- <= 0) break
      this.turns.delete(dialogue)
    }
  }
}

const textField = (entry: AuditEntry, field: string): string | null => {
  const value = entry.ids[field]
  return typeof value === 'string' && value !== '' ? value : null
}

/**
 * Checks lines in order. Lines of one `dialogue` are one call: earlier ones are the history of later ones. `scenario`, `step` and
 * `team` of a line put its rules in scope. Faults pass through. `now`: ms since the epoch, for rules with a date.
 */
export async function* audit(entries: AsyncIterable<AuditEntry | AuditFault>, rules: RuleSet, now: number): AsyncGenerator<AuditResult | AuditFault> {
  const histories = new Histories()
  for await (const entry of entries) {
    if (isFaulty(entry)) {
      yield entry
      continue
    }
    const { text, speaker, dialogue } = entry
    const history = dialogue === null ? [] : histories.of(dialogue)
    const context: TurnContext = {
      speaker,
      scenario: textField(entry, 'scenario'),
      step: textField(entry, 'step'),
      phase: null,
      team: textField(entry, 'team'),
      facts: {},
      history,
      interim: false,
      now,
    }
    yield { entry, findings: checkTurn(rules, text, context) }
    if (dialogue !== null) histories.add(dialogue, { speaker, text })
  }
}
