import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import type { FlowDefinition, Step } from '../../flows/dialogue.ts'
import { policy } from '../../flows/policy.ts'
import type { Label } from '../protocol.ts'
import type { WordsFile } from './words.ts'

/** A documented case as it was written down: what a scenario's machine and words are held to. */
export interface Brief {
  readonly id: string
  readonly family: string
  readonly title_zh: string
  readonly title_en: string
  readonly source: string
  readonly setting: string
  readonly goal: string
  readonly opening: readonly string[]
  readonly find_out: readonly string[]
  readonly steps: readonly { readonly intent: string; readonly convey: string }[]
  readonly branches: readonly { readonly when: string; readonly then: string; readonly to: string }[]
  readonly key_points: readonly string[]
  readonly avoid: readonly { readonly say_not: string; readonly why: string; readonly instead: string }[]
  readonly attention: readonly string[]
  readonly outcomes: readonly string[]
  readonly figures: readonly string[]
  readonly note_today?: string
}

const files = ['cases-01-20.yaml', 'cases-21-60.yaml', 'returns-and-complaints.yaml'] as const

/** All documented cases, in the order of the files. */
export function loadBriefs(root: string): readonly Brief[] {
  return files.flatMap((file) => load(readFileSync(join(root, 'briefs', file), 'utf8')) as readonly Brief[])
}

const edgesOf = (id: string, step: Step): readonly (readonly [string, string])[] => {
  if (step.kind === 'decide') return step.paths.map(({ go }, index) => [`${id} path ${String(index)}`, go])
  if (step.kind !== 'say' && step.kind !== 'ask') return []
  const reactions = Object.entries(step.on) as [string, string][]
  return step.kind === 'ask' ? [...reactions, [`${step.fact} recorded`, step.next]] : reactions
}

/** Where a flow falls short of its brief: intents without a speaking step, branches without an edge, outcomes without an end. */
export function briefFaults(definition: FlowDefinition, brief: Brief): readonly Label[] {
  const faults: Label[] = []
  for (const { intent } of brief.steps) {
    const kind = definition.steps[intent]?.kind
    if (kind !== 'say' && kind !== 'ask') faults.push({ zh: `案例的步骤“${intent}”在流程里没有说话`, en: `the brief's step "${intent}" is no speaking step of the flow` })
  }
  for (const outcome of brief.outcomes) {
    const step = definition.steps[outcome]
    if (step?.kind !== 'end' || step.outcome !== outcome) faults.push({ zh: `案例的结局“${outcome}”不是流程的结局`, en: `the brief's outcome "${outcome}" is no end of the flow` })
  }
  const edges = Object.entries(definition.steps).flatMap(([id, step]) => edgesOf(id, step))
  const targets = new Map<string, number>()
  for (const { to } of brief.branches) targets.set(to, (targets.get(to) ?? 0) + 1)
  for (const [to, wanted] of targets) {
    const found = new Set(edges.filter(([, target]) => target === to).map(([trigger]) => trigger)).size
    if (found < wanted) faults.push({ zh: `案例有 ${String(wanted)} 条分路通向“${to}”，流程里只有 ${String(found)} 条`, en: `${String(wanted)} branch(es) of the brief lead to "${to}", but only ${String(found)} different edge(s) of the flow do` })
    const step = definition.steps[to]
    const isScenario = !brief.outcomes.includes(to) && !brief.steps.some(({ intent }) => intent === to)
    if (isScenario && (step?.kind !== 'switch' || step.flow !== to)) faults.push({ zh: `案例转到情况“${to}”，流程里没有这样转走的步骤`, en: `the brief's branch to the scenario "${to}" is no switchTo step of that name` })
  }
  if (brief.find_out.length > 0 && (definition.findOut?.length ?? 0) === 0) faults.push({ zh: '流程没有列出要问清的信息', en: 'the flow lists no facts to find out' })
  return faults
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** A whole number below 10,000 as it is spoken, both with 二 and with 两 where both are said. */
export function spokenNumber(value: number): readonly string[] {
  const units = ['', '十', '百', '千']
  const places = [...String(value)].map(Number)
  const written = places
    .map((digit, index) => (digit === 0 ? '零' : `${digits[digit] ?? ''}${units[places.length - 1 - index] ?? ''}`))
    .join('')
    .replace(/零+/gu, '零')
  const trimmed = value === 0 ? '零' : written.replace(/零$/u, '').replace(/^一十/u, '十')
  return [...new Set([trimmed, trimmed.replaceAll('二', '两')])]
}

/** Numbers that the brief's figures name and that stand neither in the policy nor in the scenario's words. */
export function missingFigures(brief: Brief, words: WordsFile): readonly string[] {
  const known = new Set(Object.values(policy).map(({ value }) => String(value)))
  const spoken = JSON.stringify(words)
  return brief.figures
    .flatMap((figure) => [...figure.replaceAll(/第 ?[\d一二三四五六七八九十]+ ?[例条点款步]|\d{3}_\w+|V\d[\d.]*/gu, '').matchAll(/\d+(?:\.\d+)?/gu)])
    .map(([number]) => number)
    .filter((number) => !known.has(number) && !spoken.includes(number) && !spokenNumber(Number(number)).some((way) => spoken.includes(way)))
}
