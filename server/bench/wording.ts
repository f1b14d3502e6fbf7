import { AhoCorasick } from '@monyone/aho-corasick/fast'
import { checkTurn } from '../wording/check-turn.ts'
import { compileRules } from '../wording/compile-rules.ts'
import type { RuleSet } from '../wording/compiled-rules.ts'
import { normalise } from '../wording/normalise.ts'
import type { RuleDefinition, WordSetFile } from '../wording/rule-types.ts'
import { scanText } from '../wording/scan-text.ts'
import type { TurnContext } from '../wording/types.ts'
import { adversarial, madeUp } from './wording-material.ts'

/** One way to look for phrases, in nanoseconds an utterance: the median of the rounds, and the fastest and slowest. */
export interface Price {
  readonly name: string
  readonly median: number
  readonly fastest: number
  readonly slowest: number
}
export interface Scale {
  readonly rules: number
  readonly compileMs: number
  readonly prices: readonly Price[]
}
export interface Growth {
  readonly text: string
  /** ms for a text of 5,000 characters and for one of 20,000; linear is four times. */
  readonly short: number
  readonly long: number
}
export interface WordingSpeed {
  readonly scales: readonly Scale[]
  readonly library: { readonly rules: number; readonly checks: number; readonly prices: readonly Price[] }
  readonly growth: readonly Growth[]
}

const ROUNDS = 7
/** Time for one round of the slow ways is bounded by looking at fewer utterances. */
const LEAST_MS = 30

export const singleTurn: TurnContext = {
  speaker: 'agent',
  scenario: null,
  step: null,
  phase: null,
  team: null,
  facts: {},
  history: [],
  interim: false,
  now: 0,
}

function price(name: string, utterances: readonly string[], look: (text: string) => unknown): Price {
  const rounds: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    let done = 0
    const started = performance.now()
    do {
      for (let index = 0; index < 50; index++) look(utterances[(done + index) % utterances.length] ?? '')
      done += 50
    } while (performance.now() - started < LEAST_MS)
    // The first round warms up.
    if (round > 0) rounds.push(((performance.now() - started) * 1e6) / done)
  }
  rounds.sort((a, b) => a - b)
  return { name, median: Math.round(rounds[ROUNDS >> 1] ?? 0), fastest: Math.round(rounds[0] ?? 0), slowest: Math.round(rounds.at(-1) ?? 0) }
}

function scale(count: number, words: WordSetFile): Scale {
  const { phrases, utterances } = madeUp(count)
  const rules = phrases.map((phrase, index): RuleDefinition => ({ id: `r${String(index)}`, name: phrase, severity: 'warn', why: '', say_instead: '好', phrases: [phrase] }))
  const compile = (sound: boolean): RuleSet => compileRules([{ category: '', en: '', covers: '', rules: rules.map((rule) => ({ ...rule, sound_alike: sound })) }], words)
  const started = performance.now()
  const whole = compile(true)
  const compileMs = performance.now() - started
  const plain = compile(false)
  const normalised = new Map(utterances.map((text) => [text, normalise(text)]))
  const packaged = new AhoCorasick([...phrases])
  const alternation = new RegExp(phrases.join('|'), 'g')
  return {
    rules: count,
    compileMs,
    prices: [
      price('normalise', utterances, normalise),
      price('own matcher on normalised text', utterances, (text) => {
        const given = normalised.get(text)
        return given === undefined ? 0 : plain.words.filter.scan(given.units, given.length)
      }),
      price('full chain, characters', utterances, (text) => checkTurn(plain, text, singleTurn)),
      price('full chain, characters and sounds', utterances, (text) => checkTurn(whole, text, singleTurn)),
      price('@monyone/aho-corasick, raw text', utterances, (text) => packaged.matchInText(text)),
      price('one RegExp alternation, raw text', utterances, (text) => text.match(alternation)),
      price('String.includes, raw text', utterances, (text) => phrases.filter((phrase) => text.includes(phrase))),
    ],
  }
}

/** Prices the whole chain beside its baselines, then the library's own patterns and conditions, then hostile texts. */
export function benchWordingSpeed(library: RuleSet, words: WordSetFile, utterances: readonly string[]): WordingSpeed {
  const withoutExamples: RuleSet = { ...library, examples: null }
  const growth = Object.entries(adversarial).map(([text, make]) => {
    const time = (length: number): number => price(text, [make(length)], (each) => checkTurn(library, each, singleTurn)).median / 1e6
    return { text, short: time(5000), long: time(20_000) }
  })
  return {
    scales: [200, 2000, 10_000].map((count) => scale(count, words)),
    library: {
      rules: library.rules.length,
      checks: library.words.checks.length + library.sounds.checks.length,
      prices: [
        price('normalise', utterances, normalise),
        price('phrases and patterns', utterances, (text) => scanText(library, normalise(text))),
        price('and their conditions', utterances, (text) => checkTurn(withoutExamples, text, singleTurn)),
        price('and the example model', utterances, (text) => checkTurn(library, text, singleTurn)),
      ],
    },
    growth,
  }
}
