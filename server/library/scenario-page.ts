import type { Condition } from '../../flows/conditions.ts'
import type { FlowDefinition, Step } from '../../flows/dialogue.ts'
import { factDefinition, isFactId } from '../../flows/facts.ts'
import { families } from '../../flows/families.ts'
import { outline } from '../../flows/outline.ts'
import { policy } from '../../flows/policy.ts'
import type { Label, PageStep, PhraseText, ScenarioPage } from '../protocol.ts'
import type { Library, PhraseEntry, Sentence } from './library.ts'
import { flowsOf } from './library-flows.ts'
import type { Piece } from './placeholders.ts'

const plain = (text: string): Label => ({ zh: text, en: text })
const factLabel = (fact: string): Label => {
  if (!isFactId(fact)) return plain(fact)
  const { zh, en } = factDefinition(fact)
  return { zh, en }
}

const part = (piece: Piece) => ('text' in piece ? piece : { fact: piece.fact, label: factLabel(piece.fact), value: null })
const sentence = ({ style, pieces, en }: Sentence): PhraseText => ({ style, parts: pieces.map(part), en })

/** A step in a few words. */
export function stepLabel(id: string, step: Step, entry: PhraseEntry | undefined, library: Library): Label {
  if (step.kind === 'ask') return { zh: `问：${factLabel(step.fact).zh}`, en: `Ask: ${factLabel(step.fact).en}` }
  if (step.kind === 'say') return entry?.points[0]?.label ?? plain(id)
  // A name in Chinese was given by somebody who wrote this step; those of the program are English.
  if (step.kind === 'decide') return /\p{Script=Han}/u.test(id) ? plain(id) : { zh: '看情况', en: 'It depends' }
  if (step.kind === 'switch') return library.scenarios.get(step.flow)?.title ?? plain(step.flow)
  if (step.outcome === 'resume') return { zh: '回到刚才', en: 'Resume' }
  return library.dispositions.find(({ outcomes }) => outcomes.includes(step.outcome))?.label ?? plain(step.outcome)
}

function pageSteps(definition: FlowDefinition, library: Library): readonly PageStep[] {
  const ways = new Map(outline(definition).steps.map(({ id, reactions }) => [id, reactions]))
  return Object.entries(definition.steps).map(([id, step]): PageStep => {
    const entry = step.kind === 'say' || step.kind === 'ask' ? library.phrases.get(step.phrase) : undefined
    return {
      id,
      kind: step.kind,
      label: stepLabel(id, step, entry, library),
      sentences: entry?.sentences.map(sentence) ?? [],
      points: entry?.points.map(({ label }) => label) ?? [],
      tone: entry?.tone ?? null,
      phrase: entry?.ref ?? null,
      ways: ways.get(id) ?? [],
      leadsTo: step.kind === 'switch' ? step.flow : null,
    }
  })
}

function figuresOf(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(figuresOf)
  if ('any' in condition) return condition.any.flatMap(figuresOf)
  if ('not' in condition) return figuresOf(condition.not)
  if ('atMost' in condition) return [condition.atMost]
  return 'atLeast' in condition ? [condition.atLeast] : []
}

/** The numbers that a flow judges by and its words speak, each once. */
function figures(definition: FlowDefinition, spoken: readonly string[]): ScenarioPage['figures'] {
  const judged = Object.values(definition.steps).flatMap((step) =>
    step.kind === 'decide' ? step.paths.flatMap(({ when }) => (when === undefined ? [] : figuresOf(when))) : [],
  )
  const said = spoken.flatMap((say) => [...say.matchAll(/\{policy\.(\w+)\}/gu)].map((match) => match[1] ?? ''))
  return [...new Set([...judged, ...said])].flatMap((id) => (Object.hasOwn(policy, id) ? [{ id, ...policy[id as keyof typeof policy] }] : []))
}

/** One flow with its words, as a trainer reads it; null when there is no such scenario. */
export function scenarioPage(library: Library, id: string): ScenarioPage | null {
  const definition = flowsOf(library).find(id)?.definition
  const words = library.scenarios.get(id)
  if (definition === undefined || words === undefined) return null
  const { family = '', title, goal, source, note_today: note, cautions = [], openings = [], phrases } = words
  const spoken = Object.values(phrases).flatMap(({ say, variants }) => [say, ...variants.map((variant) => variant.say)])
  const rules = library.ruleFiles.flatMap(({ category, rules: all }) =>
    all
      .filter(({ scope }) => scope?.scenarios?.includes(id))
      .map(({ id: rule, name, severity, why, say_instead: sayInstead }) => ({ id: rule, name, category, severity, why, sayInstead })),
  )
  return {
    id,
    family,
    familyLabel: Object.entries(families).find(([each]) => each === family)?.[1] ?? plain(family),
    title,
    goal: goal ?? null,
    source: source ?? null,
    note: note ?? null,
    cautions,
    findOut: (definition.findOut ?? []).map(factLabel),
    initial: definition.initial,
    steps: pageSteps(definition, library),
    rules,
    figures: figures(definition, spoken),
    openings,
    libraryVersion: library.version,
  }
}
