import type { Check, CheckLayer, CompiledRule, RuleSet } from './compiled-rules.ts'
import { type ExampleModel, type TaughtRule, trainExampleModel } from './example-model.ts'
import { PatternFilter } from './pattern-filter.ts'
import { PatternIndex } from './pattern-index.ts'
import { patternSamples } from './pattern-samples.ts'
import type { PatternNode } from './pattern-tree.ts'
import type { Pattern } from './pattern.ts'
import { normalise } from './normalise.ts'
import { contentPairs } from './repair.ts'
import type { Basis, HarmlessContext, RuleDefinition, RuleFile, WordSetFile } from './rule-types.ts'
import { compileAll, compileSaid } from './said-within.ts'
import { charactersOf, FEWEST_SYLLABLES, soundPattern } from './sound-pattern.ts'
import { WordingError } from './wording-error.ts'


/** Makes the model of the rules' examples, or takes one made before. */
type Learn = (rules: readonly TaughtRule[], harmless: readonly string[]) => ExampleModel | null

/** Rules with everything parsed, as plain data that can be kept; `readyRules` makes it ready for use. */
export interface ParsedRules extends Pick<RuleSet, 'rules' | 'contexts' | 'doubts'> {
  readonly checks: readonly Check[]
}

/**
 * Compiles the rules of all files. Throws a WordingError that carries rule id, field and offending text for a duplicate id, a
 * faulty pattern, an unknown word set or turn name, or a faulty date. `learn` makes the model of the examples; null leaves it out: quicker, for checking.
 */
export const compileRules = (files: readonly RuleFile[], words: WordSetFile, learn: Learn | null = trainExampleModel): RuleSet =>
  readyRules(parseRules(files, words), words, learn)

/** The first half of `compileRules`, with its faults. */
export function parseRules(files: readonly RuleFile[], words: WordSetFile): ParsedRules {
  const seen = new Set<string>()
  const turns = new Map(Object.entries(words.turns).map(([name, sources]) => [name, compileAll(sources, words.sets, null, `turns.${name}`)]))
  const rules: CompiledRule[] = []
  const checks: Check[] = []
  for (const file of files) {
    const repairs = compileAll(file.repairs, words.sets, null, `${file.category}.repairs`)
    for (const definition of file.rules) {
      if (seen.has(definition.id)) throw new WordingError('the id is used twice; give each rule its own', '编号用了两次；每条规则要有自己的编号', definition.id).at(definition.id, 'id')
      seen.add(definition.id)
      const rule = compileRule(definition, file, rules.length, repairs, words, turns)
      rules.push(rule)
      checks.push(...checksOf(rule, words))
    }
  }
  return { rules, checks, contexts: compileContexts(words), doubts: compileAll(words.doubts, words.sets, null, 'doubts') }
}

/** The second half of `compileRules`. `words`: those that the rules were parsed with. */
export function readyRules({ rules, checks, contexts, doubts }: ParsedRules, words: WordSetFile, learn: Learn | null): RuleSet {
  const spoken = checks.filter(({ basis }) => basis !== 'sound')
  const heard = checks.filter(({ basis }) => basis === 'sound')
  const around = Object.values(contexts).flatMap(({ before, after }) => [...before, ...after])
  return {
    rules,
    guards: new PatternIndex([...around, ...doubts, ...rules.flatMap(({ allow, unlessTurn, onlyTurn }) => [...allow, ...unlessTurn, ...(onlyTurn ?? [])])]),
    words: layer(spoken),
    sounds: layer(heard),
    contexts,
    doubts,
    examples: learn?.(taught(rules, spoken), [...words.harmless, ...unsureSentences(rules)]) ?? null,
  }
}

/** The sentences to say where it is not sure which rule was broken. */
const unsureSentences = (rules: readonly CompiledRule[]): readonly string[] =>
  [...new Set(rules.flatMap(({ whenUnsure: { category, any } }) => [category, any]))].filter((sentence) => sentence !== null)

/** How much a rule's patterns are made to say; more adds little. */
const SAMPLES_EACH = 30

/** The rules as the models of examples learn them. Patterns that depend on where they stand teach nothing. */
function taught(rules: readonly CompiledRule[], spoken: readonly Check[]): TaughtRule[] {
  const heard = rules.map((): PatternNode[] => [])
  for (const { rule, pattern } of spoken) if (rule.definition.position === undefined) heard[rule.number]?.push(pattern.node)
  return rules.map(({ number, definition, category }) => ({ definition, category, samples: patternSamples(heard[number] ?? [], SAMPLES_EACH) }))
}

function compileRule(definition: RuleDefinition, { category, when_unsure: ofCategory }: RuleFile, number: number, repairs: readonly Pattern[], words: WordSetFile, turns: NamedTurns): CompiledRule {
  const { id } = definition
  const said = (field: 'unless_within' | 'after_agent', other: 'unless_caller' | 'after_caller') =>
    [compileSaid(definition[field], 'agent', words.sets, id, field), compileSaid(definition[other], 'caller', words.sets, id, other)].filter((each) => each !== null)
  return {
    number,
    definition,
    category,
    allow: compileAll(definition.allow, words.sets, id, 'allow'),
    unlessTurn: turnPatterns(definition.unless_turn, words, turns, id, 'unless_turn'),
    onlyTurn: definition.only_turn === undefined ? null : turnPatterns(definition.only_turn, words, turns, id, 'only_turn'),
    despite: new Set(definition.despite),
    unlessSaid: said('unless_within', 'unless_caller'),
    afterSaid: said('after_agent', 'after_caller'),
    validFrom: day(definition.valid?.from, id, 'from') ?? Number.NEGATIVE_INFINITY,
    validUntil: (day(definition.valid?.until, id, 'until') ?? Number.POSITIVE_INFINITY) + MS_A_DAY - 1,
    repairs,
    whenUnsure: { category: ofCategory ?? null, any: words.when_unsure ?? null },
    contents: [definition.say_instead, ofCategory, words.when_unsure].flatMap((sentence) => (sentence === undefined ? [] : [contentPairs(normalise(sentence.replaceAll(/\{[^}]*\}/g, '，')))])),
  }
}

const MS_A_DAY = 86_400_000

/** Local midnight of a date. */
function day(date: string | undefined, rule: string, field: string): number | null {
  if (date === undefined) return null
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number)
  const time = new Date(year, month - 1, dayOfMonth)
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || time.getDate() !== dayOfMonth) throw new WordingError(`"${date}" is no date; write e.g. 2026-01-31`, `“${date}”不是日期；例如写 2026-01-31`, date).at(rule, `valid.${field}`)
  return time.getTime()
}

type NamedTurns = ReadonlyMap<string, readonly Pattern[]>

/** Names of `turns` in word-sets.yaml, or patterns of their own. */
function turnPatterns(names: readonly string[] | undefined, words: WordSetFile, turns: NamedTurns, rule: string, field: string): Pattern[] {
  return (names ?? []).flatMap((name, index) => {
    const named = turns.get(name)
    if (named === undefined && /^[a-z -]+$/i.test(name)) {
      throw new WordingError(`nothing a turn can do is named "${name}"; there are ${[...turns.keys()].join(', ')}`, `没有叫“${name}”的话轮；有 ${[...turns.keys()].join('、')}`, name).at(rule, `${field}[${String(index)}]`)
    }
    return named ?? compileAll([name], words.sets, rule, field)
  })
}

/** The checks of a rule: its phrases and patterns, and the same by sound. */
function checksOf(rule: CompiledRule, words: WordSetFile): Check[] {
  const { definition } = rule
  const phrases = compileAll(definition.phrases, words.sets, definition.id, 'phrases')
  const patterns = compileAll(definition.patterns, words.sets, definition.id, 'patterns')
  const checks = [...phrases.map((pattern) => check(rule, 'phrase', pattern)), ...patterns.map((pattern) => check(rule, 'pattern', pattern))]
  if (definition.sound_alike === false) return checks
  for (const written of [...phrases, ...patterns]) {
    const pattern = soundPattern(written, FEWEST_SYLLABLES)
    if (pattern !== null) checks.push({ ...check(rule, 'sound', pattern), characters: charactersOf(written.node) })
  }
  return checks
}

const check = (rule: CompiledRule, basis: Basis, pattern: Pattern): Check => ({ rule, basis, pattern, literal: isLiteral(pattern), characters: null })
const isLiteral = ({ node }: Pattern): boolean => node.kind === 'words' && !node.words.some((word) => word.includes('您'))

const layer = (checks: readonly Check[]): CheckLayer => ({ checks, filter: new PatternFilter(checks.map(({ pattern }) => pattern)) })

function compileContexts(words: WordSetFile): RuleSet['contexts'] {
  const compiled = (context: HarmlessContext) => ({
    before: compileAll(words.contexts[context].before, words.sets, null, `contexts.${context}.before`),
    after: compileAll(words.contexts[context].after, words.sets, null, `contexts.${context}.after`),
  })
  return { quotation: compiled('quotation'), negation: compiled('negation'), question: compiled('question') }
}
