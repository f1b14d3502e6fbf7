import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LabelledUtterance } from './wording-accuracy.ts'

interface Row {
  readonly text: string
  readonly rule: string | null
  readonly part: 'build' | 'measure'
}

const file = fileURLToPath(new URL('../../data/measuring/agent-utterances.jsonl', import.meta.url))

/** Labelled agent utterances written apart from the rules. Only the `build` half may be looked at when rules are written. */
export function labelledSet(part: Row['part']): readonly LabelledUtterance[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
    .filter((row) => row.part === part)
    .map(({ text, rule }) => ({ text, rules: rule === null ? [] : [rule] }))
}
