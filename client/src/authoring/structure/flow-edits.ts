import type { DraftedCondition, DraftedFlow, DraftedPath, DraftedStep, Label } from '../../../../server/protocol.ts'

/** Changes of a flow, each giving a new one; nothing is checked here, the server does that. */

/** Where the ways out of a step lead, in its order. */
export function targetsOf(step: DraftedStep): readonly string[] {
  if (step.kind === 'decide') return step.paths.map(({ go }) => go)
  if (step.kind === 'say') return Object.values(step.on)
  return step.kind === 'ask' ? [step.next, ...Object.values(step.on)] : []
}

export const speaks = (step: DraftedStep | undefined): boolean => step?.kind === 'say' || step?.kind === 'ask'

const mapped = (on: Readonly<Record<string, string>>, name: (to: string) => string): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(on).map(([reaction, to]) => [reaction, name(to)]))

/** A step whose ways lead to other names. */
export function retargeted(step: DraftedStep, name: (to: string) => string): DraftedStep {
  if (step.kind === 'decide') return { ...step, paths: step.paths.map((path) => ({ ...path, go: name(path.go) })) }
  if (step.kind === 'say') return { ...step, on: mapped(step.on, name) }
  return step.kind === 'ask' ? { ...step, next: name(step.next), on: mapped(step.on, name) } : step
}

const withoutEmpty = (flow: DraftedFlow): DraftedFlow => {
  const { renamed = {}, reactions = {}, ...rest } = flow
  const used = new Set(Object.values(flow.steps).flatMap((step) => ('on' in step ? Object.keys(step.on) : [])))
  const own = Object.fromEntries(Object.entries(reactions).filter(([id]) => used.has(id)))
  return { ...rest, ...(Object.keys(renamed).length > 0 && { renamed }), ...(Object.keys(own).length > 0 && { reactions: own }) }
}

/** With one step set, at its place or at the end. */
export const withStep = (flow: DraftedFlow, id: string, step: DraftedStep): DraftedFlow => withoutEmpty({ ...flow, steps: { ...flow.steps, [id]: step } })

/**
 * Without a step. What led to it leads to `instead`; calls that stand on it go on at `landing`. `known`: calls may stand on it, because it is published.
 */
export function withoutStep(flow: DraftedFlow, id: string, instead: string, landing: string, known: boolean): DraftedFlow {
  const { [id]: _, ...rest } = flow.steps
  const steps = Object.fromEntries(Object.entries(rest).map(([each, step]) => [each, retargeted(step, (to) => (to === id ? instead : to))]))
  const moved = Object.entries(flow.renamed ?? {}).map(([old, now]) => [old, now === id ? landing : now])
  const renamed = { ...Object.fromEntries(moved), ...(known && { [id]: landing }) }
  return withoutEmpty({ ...flow, initial: flow.initial === id ? instead : flow.initial, steps, renamed })
}

/** With a step under another name. `known`: calls may stand on it under the old one. */
export function withName(flow: DraftedFlow, old: string, name: string, known: boolean): DraftedFlow {
  const follow = (to: string): string => (to === old ? name : to)
  const steps = Object.fromEntries(Object.entries(flow.steps).map(([id, step]) => [follow(id), retargeted(step, follow)]))
  const { [name]: _, ...others } = Object.fromEntries(Object.entries(flow.renamed ?? {}).map(([from, to]) => [from, follow(to)]))
  return withoutEmpty({ ...flow, initial: follow(flow.initial), steps, renamed: { ...others, ...(known && { [old]: name }) } })
}

/** With a reaction of a speaking step leading somewhere; null takes it away. */
export function withReaction(flow: DraftedFlow, id: string, reaction: string, to: string | null): DraftedFlow {
  const step = flow.steps[id]
  if (step?.kind !== 'say' && step?.kind !== 'ask') return flow
  const { [reaction]: _, ...others } = step.on
  const on = to === null ? others : { ...step.on, [reaction]: to }
  return withStep(flow, id, { ...step, on })
}

/** With a reaction that the catalogue does not have, and its label. */
export const withOwnReaction = (flow: DraftedFlow, id: string, reaction: string, label: Label, to: string): DraftedFlow => withReaction({ ...flow, reactions: { ...flow.reactions, [reaction]: label } }, id, reaction, to)

/** With the paths of a decision. */
export const withPaths = (flow: DraftedFlow, id: string, paths: readonly DraftedPath[]): DraftedFlow => withStep(flow, id, { kind: 'decide', paths })

/** A further path before the one without a condition. */
export function withPath(paths: readonly DraftedPath[], when: DraftedCondition, go: string): readonly DraftedPath[] {
  const last = paths.findIndex((path) => path.when === undefined)
  return last < 0 ? [...paths, { when, go }] : [...paths.slice(0, last), { when, go }, ...paths.slice(last)]
}

/**
 * A decision put between a step and what one of its reactions leads to ('fact recorded': what follows the answer): where the condition
 * holds, the call goes to `go`, else on as before.
 */
export function withBranch(flow: DraftedFlow, id: string, reaction: string, name: string, when: DraftedCondition, go: string): DraftedFlow {
  const step = flow.steps[id]
  if (step?.kind !== 'say' && step?.kind !== 'ask') return flow
  const before = step.kind === 'ask' && reaction === 'fact recorded' ? step.next : step.on[reaction]
  if (before === undefined) return flow
  const decision: DraftedStep = { kind: 'decide', paths: [{ when, go }, { go: before }] }
  const led: DraftedStep = step.kind === 'ask' && reaction === 'fact recorded' ? { ...step, next: name } : { ...step, on: { ...step.on, [reaction]: name } }
  return withStep(withStep(flow, id, led), name, decision)
}

/** The speaking step nearest after `from`, or the first one of the flow. */
export function nearestSpeaking(flow: DraftedFlow, from: string, except: string): string {
  const seen = new Set([except])
  const waiting = [from]
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const step = flow.steps[at]
    if (seen.has(at) || step === undefined) continue
    if (speaks(step)) return at
    seen.add(at)
    waiting.push(...targetsOf(step))
  }
  return Object.keys(flow.steps).find((id) => id !== except && speaks(flow.steps[id])) ?? from
}
