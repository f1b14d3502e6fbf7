import type { Condition } from './conditions.ts'
import type { FlowDefinition, Step, StepId } from './dialogue.ts'
import { factDefinition, fitsFact, isFactId } from './facts.ts'
import { faultAt, type FlowFault } from './flow-fault.ts'
import { policy } from './policy.ts'
import { isCatalogueReaction, isOwnReaction } from './reactions.ts'

const has = (map: object, key: string): boolean => Object.hasOwn(map, key)
const speaks = (step: Step | undefined): boolean => step?.kind === 'say' || step?.kind === 'ask'

/**
 * What must hold before a definition can be made a machine, for one that was read or drawn, not compiled: targets, facts, policy figures and
 * reactions that exist, no decisions that go round in circles.
 */
export function definitionFaults(definition: FlowDefinition): readonly FlowFault[] {
  const { steps, initial, findOut = [] } = definition
  return [
    ...(has(steps, initial) ? [] : [faultAt(null, `开头的步骤“${initial}”不存在；换一个步骤作开头`, `the first step "${initial}" does not exist; name another under initial`)]),
    ...findOut.flatMap((fact) => factFaults(null, fact)),
    ...Object.entries(steps).flatMap(([id, step]) => [...targetFaults(definition, id, step), ...wordFaults(definition, id, step)]),
    ...circles(definition),
    ...renamingFaults(definition),
    ...Object.keys(definition.reactions ?? {})
      .filter((id) => !Object.values(steps).some((step) => 'on' in step && has(step.on, id)))
      .map((id) => faultAt(null, `没有步骤用到新反应“${id}”；去掉它`, `no step answers the reaction "${id}" of this flow; remove it`)),
  ]
}

/** Each way out of a step: what leads there, and where. */
export function waysOf(step: Step): readonly (readonly [string, StepId])[] {
  if (step.kind === 'decide') return step.paths.map(({ go }, index) => [`path ${String(index + 1)}`, go])
  if (step.kind !== 'say' && step.kind !== 'ask') return []
  const reactions = Object.entries(step.on) as [string, StepId][]
  return step.kind === 'ask' ? [['fact recorded', step.next], ...reactions] : reactions
}

function targetFaults({ steps }: FlowDefinition, id: StepId, step: Step): readonly FlowFault[] {
  return waysOf(step)
    .filter(([, to]) => !has(steps, to))
    .map(([way, to]) => faultAt(id, `步骤“${id}”的“${way}”通向不存在的步骤“${to}”`, `"${way}" of the step "${id}" leads to a step "${to}" that does not exist; add it or choose another`))
}

function wordFaults(definition: FlowDefinition, id: StepId, step: Step): readonly FlowFault[] {
  if (step.kind === 'decide') return step.paths.flatMap(({ when }) => (when === undefined ? [] : conditionFaults(id, when)))
  if (step.kind !== 'say' && step.kind !== 'ask') return []
  const reactions = Object.keys(step.on).flatMap((reaction): readonly FlowFault[] => {
    if (reaction === 'fact recorded') return [faultAt(id, `步骤“${id}”不能自己接“问到了”；问到以后去哪一步写在 next`, `the step "${id}" cannot answer "fact recorded" itself; next says where it leads`)]
    if (isCatalogueReaction(reaction) || (isOwnReaction(reaction) && has(definition.reactions ?? {}, reaction))) return []
    return [faultAt(id, `步骤“${id}”用了没有的反应“${reaction}”；从列表里选，或在 reactions 里给它名称`, `the step "${id}" answers an unknown reaction "${reaction}"; choose one of the catalogue, or give it a label under reactions`)]
  })
  return step.kind === 'ask' ? [...factFaults(id, step.fact), ...reactions] : reactions
}

const factFaults = (step: StepId | null, fact: string): readonly FlowFault[] =>
  isFactId(fact) ? [] : [faultAt(step, `没有“${fact}”这项信息；从列表里选`, `there is no fact "${fact}"; correct its name`)]

function conditionFaults(id: StepId, condition: Condition): readonly FlowFault[] {
  if ('all' in condition) return condition.all.flatMap((each) => conditionFaults(id, each))
  if ('any' in condition) return condition.any.flatMap((each) => conditionFaults(id, each))
  if ('not' in condition) return conditionFaults(id, condition.not)
  const unknownFact = factFaults(id, condition.fact)
  if (unknownFact.length > 0 || 'unknown' in condition) return unknownFact
  if ('is' in condition) {
    return fitsFact(condition.fact, condition.is) ? [] : [faultAt(id, `“${factDefinition(condition.fact).zh}”没有“${String(condition.is)}”这个值`, `the fact "${condition.fact}" cannot be ${JSON.stringify(condition.is)}; choose one of its values`)]
  }
  const figure = 'atMost' in condition ? condition.atMost : condition.atLeast
  return [
    ...(has(policy, figure) ? [] : [faultAt(id, `政策里没有“${figure}”这个数`, `there is no policy figure "${figure}"; correct its name`)]),
    ...(factDefinition(condition.fact).kind === 'number' ? [] : [faultAt(id, `“${factDefinition(condition.fact).zh}”不是数，不能比大小`, `the fact "${condition.fact}" is no number; compare it with is`)]),
  ]
}

/** Decisions that lead back to themselves with nobody speaking in between: the call would never come to rest. */
function circles({ steps }: FlowDefinition): readonly FlowFault[] {
  const decided = (id: StepId): readonly StepId[] => {
    const step = has(steps, id) ? steps[id] : undefined
    return step?.kind === 'decide' ? step.paths.map(({ go }) => go) : []
  }
  return Object.keys(steps).flatMap((start) => {
    const seen = new Set<StepId>()
    const waiting = [...decided(start)]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (at === start) return [faultAt(start, `判断“${start}”绕了一圈又回到自己，中间没有人说话`, `the decision "${start}" leads back to itself with nobody speaking in between`)]
      if (seen.has(at)) continue
      seen.add(at)
      waiting.push(...decided(at))
    }
    return []
  })
}

function renamingFaults({ steps, renamed = {} }: FlowDefinition): readonly FlowFault[] {
  return Object.entries(renamed).flatMap(([old, now]) => [
    ...(has(steps, old) ? [faultAt(old, `“${old}”还是一个步骤，不能同时列为改名`, `"${old}" is still a step; take it out of renamed, or rename it`)] : []),
    ...(speaks(has(steps, now) ? steps[now] : undefined) ? [] : [faultAt(null, `原来的步骤“${old}”改去的“${now}”不是要说话的步骤`, `renamed leads "${old}" to "${now}", which is no speaking step; choose one`)]),
  ])
}

/** Speaking steps of an earlier definition that are gone without a word on where calls that stand on them go on. */
export function lostSteps(before: FlowDefinition, after: FlowDefinition): readonly FlowFault[] {
  return Object.keys(before.steps)
    .filter((id) => speaks(before.steps[id]) && !(has(after.steps, id) && speaks(after.steps[id])) && !has(after.renamed ?? {}, id))
    .map((id) => faultAt(null, `步骤“${id}”没有了；写明正停在这一步的通话接到哪一步`, `the step "${id}" is gone; name under renamed the step at which calls that stand on it go on`))
}
