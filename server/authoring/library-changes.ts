import type { FlowDefinition } from '../../flows/dialogue.ts'
import { type FlowChange, flowChanges } from '../../flows/flow-changes.ts'
import type { Library } from '../library/library.ts'
import { flowsOf } from '../library/library-flows.ts'
import { scorecardsWith } from '../library/scorecards.ts'
import type { RuleDefinition } from '../wording/rule-types.ts'
import { scorecardChanges } from './scorecard-changes.ts'

/** What differs between two versions of the words, by meaning. Ids are those of the library. */
export interface LibraryChanges {
  readonly entries: readonly LibraryChange[]
  /** Rules added, removed or changed otherwise than in their examples. */
  readonly rules: readonly string[]
  /** Phrases whose sentences differ, and those whose key points do. */
  readonly sentences: readonly string[]
  readonly points: readonly string[]
  /** Something that is heard in every call: cues, shared reactions, facts, word sets, conventions. */
  readonly everywhere: boolean
  /** Flows whose own reactions are heard otherwise. */
  readonly flows: readonly string[]
  /** Phrases that flows of another structure speak, in either version: who was shown none of them was in none of these flows. */
  readonly structures: readonly string[]
}
export interface LibraryChange {
  readonly kind: 'rule' | 'phrase' | 'cue' | 'scenario' | 'reaction' | 'flow' | 'scorecard' | 'other'
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  readonly fields: readonly FieldChange[]
  /** Of a flow: what differs in its structure, as sentences. */
  readonly structure?: readonly FlowChange[]
}
/** One field before and after, as JSON values; undefined where it was not there. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Compares two libraries. */
export function libraryChanges(before: Library, after: Library): LibraryChanges {
  const rules = changes('rule', rulesOf(before), rulesOf(after))
  const phrases = changes('phrase', objects(before.phrases), objects(after.phrases))
  const cues = changes('cue', byId(before.cues), byId(after.cues))
  const scenarios = changes('scenario', scenarioHeads(before), scenarioHeads(after))
  const reactions = changes('reaction', objects(before.flowReactions), objects(after.flowReactions))
  const flows = structureChanges(before, after)
  const others = changes('other', shared(before), shared(after))
  const only = (list: readonly LibraryChange[], fields: readonly string[]): readonly string[] => list.filter((each) => each.fields.some(({ field }) => fields.includes(field))).map(({ id }) => id)
  return {
    entries: [...rules, ...phrases, ...cues, ...scenarios, ...reactions, ...flows.map(({ entry }) => entry), ...scorecardChanges(scorecardsWith(before), scorecardsWith(after)), ...others],
    rules: rules.filter(({ fields }) => fields.some(({ field }) => field !== 'examples' && field !== 'counter_examples')).map(({ id }) => id),
    sentences: only(phrases, ['sentences']),
    points: only(phrases, ['points']),
    everywhere: cues.length > 0 || others.some(({ id }) => id !== 'harmless'),
    flows: reactions.map(({ id }) => id),
    structures: [...new Set(flows.flatMap(({ spoken }) => spoken))],
  }
}

const phrasesOf = (definition: FlowDefinition | undefined): readonly string[] => Object.values(definition?.steps ?? {}).flatMap((step) => ('phrase' in step ? [step.phrase] : []))

interface StructureDifference {
  readonly entry: LibraryChange
  readonly spoken: readonly string[]
}

function structureChanges(before: Library, after: Library): readonly StructureDifference[] {
  const [was, is] = [flowsOf(before), flowsOf(after)]
  const ids = new Set([...before.ownFlows, ...after.ownFlows].map(({ definition }) => definition.id))
  return [...ids].flatMap((id): readonly StructureDifference[] => {
    const [then, now] = [was.find(id)?.definition, is.find(id)?.definition]
    const spoken = [...phrasesOf(then), ...phrasesOf(now)]
    if (!then || !now) return [{ entry: { kind: 'flow', id, change: then ? 'removed' : 'added', fields: [] }, spoken }]
    const structure = flowChanges(then, now)
    return structure.length === 0 ? [] : [{ entry: { kind: 'flow', id, change: 'changed', fields: [], structure }, spoken }]
  })
}

type Values = ReadonlyMap<string, Readonly<Record<string, unknown>>>

const objects = (map: ReadonlyMap<string, object>): Values => new Map([...map].map(([id, value]) => [id, { ...value }]))
const byId = (list: readonly { readonly id: string }[]): Values => new Map(list.map((each) => [each.id, { ...each }]))
const rulesOf = ({ ruleFiles }: Library): Values =>
  new Map(ruleFiles.flatMap(({ category, repairs, rules }) => rules.map((rule: RuleDefinition) => [rule.id, { category, repairs, ...rule }] as const)))
const scenarioHeads = ({ scenarios }: Library): Values => new Map([...scenarios].map(([id, { phrases: _phrases, reactions: _reactions, ...head }]) => [id, head]))
const shared = ({ sharedReactions, dispositions, concepts, smallTalk, conventions, factWords, wordSets }: Library): Values =>
  new Map(
    Object.entries({ 'shared reactions': sharedReactions, dispositions, concepts, 'small talk': smallTalk, conventions, facts: factWords, 'word sets': { ...wordSets, harmless: [] }, harmless: wordSets.harmless }).map(
      ([id, value]) => [id, { value }],
    ),
  )

function changes(kind: LibraryChange['kind'], before: Values, after: Values): readonly LibraryChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id): readonly LibraryChange[] => {
    const [was, is] = [before.get(id), after.get(id)]
    const fields = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].flatMap((field): readonly FieldChange[] => {
      const [then, now] = [was?.[field], is?.[field]]
      return JSON.stringify(then) === JSON.stringify(now) ? [] : [{ field, before: then, after: now }]
    })
    if (was === undefined || is === undefined) return [{ kind, id, change: was === undefined ? 'added' : 'removed', fields }]
    return fields.length === 0 ? [] : [{ kind, id, change: 'changed', fields }]
  })
}
