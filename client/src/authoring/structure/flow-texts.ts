import type { DraftedCondition, DraftedFlow, DraftedStep, FlowParts, Label, PageStep, SpeakablePhrase } from '../../../../server/protocol.ts'

/** What a flow can be made of, ready to be looked up. */
export interface Catalogue extends FlowParts {
  readonly factOf: ReadonlyMap<string, FlowParts['facts'][number]>
  readonly reactionOf: ReadonlyMap<string, Label>
  readonly phraseOf: ReadonlyMap<string, SpeakablePhrase>
}

export const plain = (text: string): Label => ({ zh: text, en: text })

export function catalogueOf(parts: FlowParts, phrases: readonly SpeakablePhrase[], own: DraftedFlow['reactions'] = {}): Catalogue {
  return {
    ...parts,
    factOf: new Map(parts.facts.map((fact) => [fact.id, fact])),
    reactionOf: new Map([...parts.reactions.map(({ id, label }) => [id, label] as const), ...Object.entries(own)]),
    phraseOf: new Map(phrases.map((phrase) => [phrase.ref, phrase])),
  }
}

/** A value of a fact in words. */
export function valueLabel({ factOf }: Catalogue, fact: string, value: string | number | boolean): Label {
  const known = factOf.get(fact)
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  const option = known?.options.find((each) => each.value === value)?.label
  return option ?? { zh: `${value}${known?.unit ? ` ${known.unit.zh}` : ''}`, en: `${value}${known?.unit ? ` ${known.unit.en}` : ''}` }
}

/** A condition in words, e.g. 购机天数 ≤ 7 天. */
export function conditionLabel(catalogue: Catalogue, condition: DraftedCondition): Label {
  const joined = (list: readonly DraftedCondition[], zh: string, en: string): Label => {
    const labels = list.map((each) => {
      const label = conditionLabel(catalogue, each)
      return 'all' in each || 'any' in each ? { zh: `（${label.zh}）`, en: `(${label.en})` } : label
    })
    return { zh: labels.map((label) => label.zh).join(zh), en: labels.map((label) => label.en).join(en) }
  }
  if ('all' in condition) return joined(condition.all, '，且', ' and ')
  if ('any' in condition) return joined(condition.any, '，或', ' or ')
  if ('not' in condition) {
    const { zh, en } = conditionLabel(catalogue, condition.not)
    return 'all' in condition.not || 'any' in condition.not ? { zh: `不是（${zh}）`, en: `not (${en})` } : { zh: `不是：${zh}`, en: `not: ${en}` }
  }
  const fact = catalogue.factOf.get(condition.fact)
  const { zh, en } = fact?.label ?? plain(condition.fact)
  if ('unknown' in condition) return { zh: `${zh}未知`, en: `${en} unknown` }
  if ('is' in condition) {
    const value = valueLabel(catalogue, condition.fact, condition.is)
    return { zh: `${zh} = ${value.zh}`, en: `${en} = ${value.en}` }
  }
  const [sign, figure] = 'atMost' in condition ? ['≤', condition.atMost] : ['≥', condition.atLeast]
  const value = catalogue.figures.find(({ id }) => id === figure)?.value ?? figure
  return { zh: `${zh} ${sign} ${value} ${fact?.unit?.zh ?? ''}`, en: `${en} ${sign} ${value} ${fact?.unit?.en ?? ''}` }
}

/** A name that somebody gave on the page, to be read by people; those of the program are English. */
const isOwnName = (id: string): boolean => /\p{Script=Han}/u.test(id)

/** A sentence about steps with their words in place of the names that the program gave them, as the graph shows them; sentences, scenarios and outcomes likewise. */
export function withStepLabels(catalogue: Catalogue, steps: DraftedFlow['steps'], { zh, en }: Label): Label {
  const labelOf = (id: string): Label | null => {
    const step = Object.hasOwn(steps, id) ? steps[id] : undefined
    if (step !== undefined) return step.kind === 'decide' || isOwnName(id) ? null : stepLabel(catalogue, id, step)
    const phrase = catalogue.phraseOf.get(id)
    if (phrase) return plain(phrase.text)
    return catalogue.flows.find((flow) => flow.id === id)?.title ?? catalogue.outcomes.find((outcome) => outcome.id === id)?.label ?? null
  }
  return {
    zh: zh.replaceAll(/“([^“”]+)”/gu, (quoted, id: string) => `“${labelOf(id)?.zh ?? quoted.slice(1, -1)}”`),
    en: en.replaceAll(/"([^"]+)"/gu, (quoted, id: string) => `"${labelOf(id)?.en ?? quoted.slice(1, -1)}"`),
  }
}

/** A step in a few words. */
export function stepLabel(catalogue: Catalogue, id: string, step: DraftedStep): Label {
  if (step.kind === 'ask') {
    const { zh, en } = catalogue.factOf.get(step.fact)?.label ?? plain(step.fact)
    return { zh: `问：${zh}`, en: `Ask: ${en}` }
  }
  if (step.kind === 'say') return catalogue.phraseOf.get(step.phrase)?.label ?? plain(id)
  if (step.kind === 'decide') return isOwnName(id) ? plain(id) : { zh: '看情况', en: 'It depends' }
  if (step.kind === 'switch') return catalogue.flows.find(({ id: flow }) => flow === step.flow)?.title ?? plain(step.flow)
  return catalogue.outcomes.find((outcome) => outcome.id === step.outcome)?.label ?? plain(step.outcome)
}

export const otherwise: Label = { zh: '其他情况', en: 'otherwise' }

/** The ways out of a step with their labels. */
export function waysOf(catalogue: Catalogue, step: DraftedStep): PageStep['ways'] {
  if (step.kind === 'decide') return step.paths.map(({ when, go }, place) => ({ id: String(place), label: when === undefined ? otherwise : conditionLabel(catalogue, when), to: go }))
  if (step.kind !== 'say' && step.kind !== 'ask') return []
  const reactions = Object.entries(step.on).map(([id, to]) => ({ id, label: catalogue.reactionOf.get(id) ?? plain(id), to }))
  if (step.kind === 'say') return reactions
  const { zh, en } = catalogue.factOf.get(step.fact)?.label ?? plain(step.fact)
  return [{ id: 'fact recorded', label: { zh: `问到：${zh}`, en: `${en} known` }, to: step.next }, ...reactions]
}

/** The flow as the graph draws it. Ways to steps that do not exist are left out. */
export function pageSteps(catalogue: Catalogue, steps: DraftedFlow['steps']): readonly PageStep[] {
  return Object.entries(steps).map(([id, step]): PageStep => {
    const phrase = 'phrase' in step ? catalogue.phraseOf.get(step.phrase) : undefined
    return {
      id,
      kind: step.kind,
      label: stepLabel(catalogue, id, step),
      sentences: phrase ? [{ style: 'main', parts: [{ text: phrase.text }], en: '' }] : [],
      points: [],
      tone: null,
      phrase: phrase?.ref ?? null,
      ways: waysOf(catalogue, step).filter(({ to }) => Object.hasOwn(steps, to)),
      leadsTo: step.kind === 'switch' ? step.flow : null,
    }
  })
}
