import { checkTurn } from '../wording/check-turn.ts'
import type { RuleSet } from '../wording/compiled-rules.ts'
import type { Severity, Turn, TurnContext } from '../wording/types.ts'
import { singleTurn } from './wording.ts'

/** A labelled agent utterance: the rules it breaks (none: a look-alike), and what was said before it. */
export interface LabelledUtterance {
  readonly text: string
  readonly rules: readonly string[]
  readonly history?: readonly Turn[]
  readonly context?: Partial<TurnContext>
}
/** A share of `of` with its 95 % interval (Wilson, 1927), all 0–1. */
export interface Share {
  readonly share: number
  readonly low: number
  readonly high: number
  readonly of: number
}
/** `name`: a category, a severity, or all. */
export interface Accuracy {
  readonly name: string
  readonly precision: Share
  readonly recall: Share
  readonly f1: number
}

const Z = 1.96

export function share(hits: number, of: number): Share {
  if (of === 0) return { share: 0, low: 0, high: 1, of }
  const p = hits / of
  const middle = (p + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of)
  const half = (Z * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of))) / (1 + (Z * Z) / of)
  return { share: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of }
}

interface Counts {
  right: number
  found: number
  wanted: number
}

function accuracy(name: string, { right, found, wanted }: Counts): Accuracy {
  const precision = share(right, found)
  const recall = share(right, wanted)
  const sum = precision.share + recall.share
  return { name, precision, recall, f1: sum === 0 ? 0 : (2 * precision.share * recall.share) / sum }
}

/**
 * Precision, recall and F1 by severity and category, then by rule exactly (`all, this rule`) and for telling faults from
 * harmless utterances (`all, any rule`). Hints count only under `hint`.
 */
export function measureAccuracy(rules: RuleSet, utterances: readonly LabelledUtterance[]): Accuracy[] {
  const definitions = new Map(rules.rules.map((rule) => [rule.definition.id, rule]))
  const groups = new Map<string, Counts>()
  const count = (name: string, part: keyof Counts): void => {
    const counts = groups.get(name) ?? { right: 0, found: 0, wanted: 0 }
    counts[part] += 1
    groups.set(name, counts)
  }
  const namesOf = (rule: string, severity: Severity): string[] => [severity, definitions.get(rule)?.category ?? '', ...(severity === 'hint' ? [] : ['all, this rule'])]
  for (const { text, rules: wanted, history = [], context } of utterances) {
    const findings = checkTurn(rules, text, { ...singleTurn, ...context, history })
    const found = new Map(findings.map(({ rule, severity }) => [rule, severity]))
    for (const [rule, severity] of found) for (const name of namesOf(rule, severity)) count(name, 'found')
    for (const rule of wanted) {
      const severity = found.get(rule) ?? definitions.get(rule)?.definition.severity ?? 'warn'
      for (const name of namesOf(rule, severity)) {
        count(name, 'wanted')
        if (found.has(rule)) count(name, 'right')
      }
    }
    const warned = [...found.values()].some((severity) => severity !== 'hint')
    const faulty = wanted.some((rule) => definitions.get(rule)?.definition.severity !== 'hint')
    if (warned) count('all, any rule', 'found')
    if (faulty) count('all, any rule', 'wanted')
    if (warned && wanted.length > 0) count('all, any rule', 'right')
  }
  return [...groups].map(([name, counts]) => accuracy(name, counts)).sort((a, b) => (a.name < b.name ? -1 : 1))
}
