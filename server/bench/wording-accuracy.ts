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
 * Precision, recall and F1 by severity (of the very rule) and by category (whichever rule of it), then for all warnings by rule
 * exactly (`all, this rule`), by category (`all, this category`) and for telling faults from harmless utterances
 * (`all, any rule`). Hints count only under `hint` and their category.
 */
export function measureAccuracy(rules: RuleSet, utterances: readonly LabelledUtterance[]): Accuracy[] {
  const known = new Map(rules.rules.map(({ definition: { id, severity }, category }) => [id, { severity, category }]))
  const groups = new Map<string, Counts>()
  const count = (name: string, part: keyof Counts): void => {
    const counts = groups.get(name) ?? { right: 0, found: 0, wanted: 0 }
    counts[part] += 1
    groups.set(name, counts)
  }
  const compare = (found: ReadonlySet<string>, wanted: ReadonlySet<string>): void => {
    for (const name of found) count(name, 'found')
    for (const name of wanted) {
      count(name, 'wanted')
      if (found.has(name)) count(name, 'right')
    }
  }
  for (const { text, rules: wanted, history = [], context } of utterances) {
    const findings = checkTurn(rules, text, { ...singleTurn, ...context, history })
    const found = new Map(findings.map(({ rule, severity }) => [rule, severity]))
    const categoryOf = (rule: string): string => known.get(rule)?.category ?? ''
    for (const severity of found.values()) for (const name of namesOf(severity)) count(name, 'found')
    for (const rule of wanted) {
      for (const name of namesOf(found.get(rule) ?? known.get(rule)?.severity ?? 'warn')) {
        count(name, 'wanted')
        if (found.has(rule)) count(name, 'right')
      }
    }
    compare(new Set([...found.keys()].map(categoryOf)), new Set(wanted.map(categoryOf)))
    const warned = [...found].filter(([, severity]) => severity !== 'hint').map(([rule]) => rule)
    const faulty = wanted.filter((rule) => known.get(rule)?.severity !== 'hint')
    countAll(warned.map(categoryOf), wanted.map(categoryOf), faulty.map(categoryOf), count)
    if (warned.length > 0) count('all, any rule', 'found')
    if (faulty.length > 0) count('all, any rule', 'wanted')
    if (warned.length > 0 && wanted.length > 0) count('all, any rule', 'right')
  }
  return [...groups].map(([name, counts]) => accuracy(name, counts)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

const namesOf = (severity: Severity): readonly string[] => (severity === 'hint' ? ['hint'] : [severity, 'all, this rule'])

/** Categories of the warnings given, of all labels, and of the labels that deserve a warning. */
function countAll(warned: readonly string[], labels: readonly string[], faulty: readonly string[], count: (name: string, part: keyof Counts) => void): void {
  const name = 'all, this category'
  for (const category of new Set(warned)) {
    count(name, 'found')
    if (labels.includes(category)) count(name, 'right')
  }
  for (const category of new Set([...faulty, ...labels.filter((label) => warned.includes(label))])) if (category !== '') count(name, 'wanted')
}
