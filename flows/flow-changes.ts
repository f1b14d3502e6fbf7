import { describe } from './conditions.ts'
import type { AskStep, DecideStep, FlowDefinition, SayStep, Step, StepId } from './dialogue.ts'
import { factDefinition, isFactId } from './facts.ts'
import type { Label } from './fact-kinds.ts'
import { isCatalogueReaction, reactionLabel } from './reactions.ts'

/** One difference in the structure of a flow, as a sentence. `step`: where it is, by its new name where it has one; null: the flow as a whole. */
export interface FlowChange extends Label {
  readonly step: StepId | null
  readonly change: 'added' | 'removed' | 'changed'
}

/** What differs between two structures of one flow, in the order of the steps; renamed steps count as the same. */
export function flowChanges(before: FlowDefinition, after: FlowDefinition): readonly FlowChange[] {
  const { renamed = {} } = after
  const moved = (id: StepId): boolean => !Object.hasOwn(after.steps, id) && Object.hasOwn(renamed, id)
  const nowCalled = (id: StepId): StepId => (isSameUnderAnotherName(before, after, id) ? (renamed[id] ?? id) : id)
  const was = new Map(Object.entries(before.steps).map(([id, step]) => [nowCalled(id), { id, step: retargeted(step, nowCalled) }]))
  const say = (step: StepId | null, change: FlowChange['change'], zh: string, en: string): FlowChange => ({ step, change, zh, en })
  const first = nowCalled(before.initial) === after.initial ? [] : [say(null, 'changed', `开头的步骤由“${before.initial}”改为“${after.initial}”`, `the first step is now "${after.initial}" instead of "${before.initial}"`)]
  const steps = Object.entries(after.steps).flatMap(([id, step]): readonly FlowChange[] => {
    const then = was.get(id)
    if (then === undefined) return [say(id, 'added', `新增步骤“${id}”`, `step "${id}" added`), ...waysAdded(after, id, step)]
    const name = then.id === id ? [] : [say(id, 'changed', `步骤“${then.id}”改名为“${id}”`, `step "${then.id}" renamed to "${id}"`)]
    return [...name, ...stepChanges(before, after, id, then.step, step)]
  })
  const gone = [...was].filter(([id]) => !Object.hasOwn(after.steps, id)).map(([id]) => {
    const [zh, en] = moved(id) ? [`；正停在这一步的通话接到“${renamed[id] ?? ''}”`, `; calls that stand on it go on at "${renamed[id] ?? ''}"`] : ['', '']
    return say(id, 'removed', `删除步骤“${id}”${zh}`, `step "${id}" removed${en}`)
  })
  return [...first, ...findOutChanges(before, after), ...steps, ...gone]
}

/** A step that is only called otherwise, not one that calls elsewhere are sent on from. */
function isSameUnderAnotherName(before: FlowDefinition, after: FlowDefinition, id: StepId): boolean {
  const name = (after.renamed ?? {})[id]
  return name !== undefined && !Object.hasOwn(after.steps, id) && !Object.hasOwn(before.steps, name) && before.steps[id]?.kind === after.steps[name]?.kind
}

function retargeted(step: Step, name: (id: StepId) => StepId): Step {
  if (step.kind === 'decide') return { ...step, paths: step.paths.map((path) => ({ ...path, go: name(path.go) })) }
  if (step.kind !== 'say' && step.kind !== 'ask') return step
  const on = Object.fromEntries(Object.entries(step.on).map(([reaction, to]) => [reaction, name(String(to))]))
  return step.kind === 'ask' ? { ...step, next: name(step.next), on } : { ...step, on }
}

function stepChanges(before: FlowDefinition, after: FlowDefinition, id: StepId, was: Step, is: Step): readonly FlowChange[] {
  const changed = (zh: string, en: string): FlowChange => ({ step: id, change: 'changed', zh, en })
  if (was.kind !== is.kind) return [changed(`步骤“${id}”由“${kinds[was.kind].zh}”改为“${kinds[is.kind].zh}”`, `step "${id}" ${kinds[is.kind].en} now; before, it ${kinds[was.kind].en}`), ...waysAdded(after, id, is)]
  if (is.kind === 'decide' && was.kind === 'decide') return decisionChanges(id, was, is)
  if (is.kind === 'switch' && was.kind === 'switch') return is.flow === was.flow ? [] : [changed(`“${id}”改为转到情况“${is.flow}”`, `"${id}" now switches to the scenario "${is.flow}"`)]
  if (is.kind === 'end' && was.kind === 'end') return is.outcome === was.outcome ? [] : [changed(`“${id}”的结局改为“${is.outcome}”`, `"${id}" now ends with "${is.outcome}"`)]
  if (!speaks(is) || !speaks(was)) return []
  return [
    ...(is.phrase === was.phrase ? [] : [changed(`步骤“${id}”改说“${is.phrase}”`, `step "${id}" now says "${is.phrase}" instead of "${was.phrase}"`)]),
    ...askChanges(id, was, is),
    ...reactionChanges(before, after, id, was, is),
  ]
}
const kinds: Readonly<Record<Step['kind'], Label>> = {
  say: { zh: '说', en: 'speaks' },
  ask: { zh: '问', en: 'asks' },
  decide: { zh: '看情况', en: 'decides' },
  switch: { zh: '转到别的情况', en: 'switches' },
  end: { zh: '结束', en: 'ends' },
}
const speaks = (step: Step): step is SayStep | AskStep => step.kind === 'say' || step.kind === 'ask'

function askChanges(id: StepId, was: Step, is: Step): readonly FlowChange[] {
  if (was.kind !== 'ask' || is.kind !== 'ask') return []
  return [
    ...(was.fact === is.fact ? [] : [{ step: id, change: 'changed' as const, zh: `步骤“${id}”改问“${factName(is.fact).zh}”`, en: `step "${id}" now asks for ${factName(is.fact).en}` }]),
    ...(was.next === is.next ? [] : [{ step: id, change: 'changed' as const, zh: `步骤“${id}”问到以后改为去“${is.next}”`, en: `step "${id}", once answered, now leads to "${is.next}"` }]),
  ]
}

function reactionChanges(before: FlowDefinition, after: FlowDefinition, id: StepId, was: SayStep | AskStep, is: SayStep | AskStep): readonly FlowChange[] {
  const [then, now] = [was.on as Readonly<Record<string, StepId>>, is.on as Readonly<Record<string, StepId>>]
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].flatMap((reaction): readonly FlowChange[] => {
    const [from, to] = [then[reaction], now[reaction]]
    const { zh, en } = labelOf(to === undefined ? before : after, reaction)
    if (from === to) return []
    if (to === undefined) return [{ step: id, change: 'removed', zh: `步骤“${id}”去掉反应“${zh}”`, en: `step "${id}" no longer answers "${en}"` }]
    if (from === undefined) return [wayAdded(id, { zh, en }, to)]
    return [{ step: id, change: 'changed', zh: `步骤“${id}”的反应“${zh}”改为通向“${to}”`, en: `reaction "${en}" of step "${id}" now leads to "${to}"` }]
  })
}

const wayAdded = (id: StepId, { zh, en }: Label, to: StepId): FlowChange => ({ step: id, change: 'added', zh: `步骤“${id}”新增反应“${zh}”，通向“${to}”`, en: `step "${id}" now answers "${en}", which leads to "${to}"` })

function waysAdded(definition: FlowDefinition, id: StepId, step: Step): readonly FlowChange[] {
  if (step.kind === 'decide') return step.paths.map((path) => pathAdded(id, path))
  if (!speaks(step)) return []
  return Object.entries(step.on).map(([reaction, to]) => wayAdded(id, labelOf(definition, reaction), String(to)))
}

type Path = DecideStep['paths'][number]
const conditionOf = ({ when }: Path): Label => (when === undefined ? { zh: '其他情况', en: 'otherwise' } : { zh: describe(when, 'zh'), en: describe(when, 'en') })
const pathAdded = (id: StepId, path: Path): FlowChange => ({ step: id, change: 'added', zh: `判断“${id}”新增：${conditionOf(path).zh} → “${path.go}”`, en: `decision "${id}": ${conditionOf(path).en} now leads to "${path.go}"` })

function decisionChanges(id: StepId, was: DecideStep, is: DecideStep): readonly FlowChange[] {
  const key = (path: Path): string => JSON.stringify(path.when ?? null)
  const then = new Map(was.paths.map((path) => [key(path), path]))
  const now = new Map(is.paths.map((path) => [key(path), path]))
  const gone = was.paths.filter((path) => !now.has(key(path))).map((path): FlowChange => ({ step: id, change: 'removed', zh: `判断“${id}”去掉：${conditionOf(path).zh}`, en: `decision "${id}" no longer asks whether ${conditionOf(path).en}` }))
  const others = is.paths.flatMap((path): readonly FlowChange[] => {
    const before = then.get(key(path))
    if (before === undefined) return [pathAdded(id, path)]
    return before.go === path.go ? [] : [{ step: id, change: 'changed', zh: `判断“${id}”：${conditionOf(path).zh}，改为通向“${path.go}”`, en: `decision "${id}": ${conditionOf(path).en} now leads to "${path.go}" instead of "${before.go}"` }]
  })
  const order = (paths: DecideStep['paths'], kept: ReadonlyMap<string, Path>): string => paths.map(key).filter((each) => kept.has(each)).join()
  const turned = order(was.paths, now) === order(is.paths, then) ? [] : [{ step: id, change: 'changed' as const, zh: `判断“${id}”的先后顺序变了`, en: `decision "${id}" looks at its paths in another order` }]
  return [...gone, ...others, ...turned]
}

function findOutChanges({ findOut: then = [] }: FlowDefinition, { findOut: now = [] }: FlowDefinition): readonly FlowChange[] {
  const fresh = now.filter((fact) => !then.includes(fact)).map((fact): FlowChange => ({ step: null, change: 'added', zh: `要问清的事新增“${factName(fact).zh}”`, en: `${factName(fact).en} is now to be found out` }))
  const gone = then.filter((fact) => !now.includes(fact)).map((fact): FlowChange => ({ step: null, change: 'removed', zh: `要问清的事去掉“${factName(fact).zh}”`, en: `${factName(fact).en} is no longer to be found out` }))
  return [...fresh, ...gone]
}

const factName = (fact: string): Label => (isFactId(fact) ? factDefinition(fact) : { zh: fact, en: fact })

function labelOf({ reactions = {} }: FlowDefinition, id: string): Label {
  if (isCatalogueReaction(id)) return reactionLabel(id)
  return (reactions as Readonly<Record<string, Label>>)[id] ?? { zh: id, en: id }
}
