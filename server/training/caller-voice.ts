import { describeValue } from '../../flows/conditions.ts'
import { type FactId, factDefinition, type FactValue, fitsFact } from '../../flows/facts.ts'
import { isCatalogueReaction } from '../../flows/reactions.ts'
import { isAgentFinding } from '../live/hear-agent.ts'
import type { Temperament } from '../protocol.ts'
import { type CallerLines, temperaments } from './caller-lines.ts'
import type { Draw } from './seeded-random.ts'

/** The wordings that the library knows for reactions, by flow and shared. */
export interface KnownWordings {
  readonly reactions: ReadonlyMap<string, readonly string[]>
  readonly flowReactions: ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>
}
/** What one simulated caller says. Null: nothing that a caller says; the agent finds it out. */
export interface Voice {
  readonly opening: (openings: readonly string[]) => string | null
  readonly reaction: (flow: string, id: string) => string | null
  readonly fact: (id: FactId, value: FactValue) => string | null
  readonly saysReaction: (flow: string, id: string) => boolean
  readonly saysFact: (id: FactId) => boolean
  readonly impatience: () => string
}
export interface VoiceTools {
  readonly lines: CallerLines
  readonly known: KnownWordings
  readonly temperament: Temperament
  readonly draw: Draw
  /** False for a line that says more than it should at this point; such a line is only taken when there is no other. */
  readonly fits: (line: string) => boolean
}

/** A caller of one temperament. No line is repeated before all were used. */
export function callerVoice({ lines, known, temperament, draw, fits }: VoiceTools): Voice {
  const used = new Set<string>()
  const pick = (list: readonly string[]): string | null => {
    const fitting = list.filter(fits)
    const usable = fitting.length > 0 ? fitting : list
    const fresh = usable.filter((line) => !used.has(line))
    const chosen = draw.of(fresh.length > 0 ? fresh : usable)
    if (chosen === undefined) return null
    used.add(chosen)
    return chosen
  }
  const waysOf = (flow: string, id: string): readonly string[] => {
    const own = lines.reactions.get(id)?.[temperament]
    if (own) return own
    if (lines.notSpoken.has(id) || (isCatalogueReaction(id) && isAgentFinding.has(id))) return []
    return known.flowReactions.get(flow)?.[id] ?? known.reactions.get(id) ?? []
  }
  return {
    opening: pick,
    reaction: (flow, id) => pick(waysOf(flow, id)),
    saysReaction: (flow, id) => waysOf(flow, id).length > 0,
    saysFact: (id) => lines.facts.get(id)?.calm !== undefined || lines.facts.get(id)?.options !== undefined,
    fact: (id, value) => {
      const spoken = lines.facts.get(id)
      const ways = spoken?.options ? inTurn(spoken.options[String(value)] ?? [], temperament) : (spoken?.[temperament] ?? spoken?.calm ?? [])
      const line = draw.of(ways) ?? null
      return line?.replaceAll('{value}', factDefinition(id).kind === 'number' ? String(value) : describeValue(id, value, 'zh')) ?? null
    },
    impatience: () => pick(lines.impatience[temperament] ?? []) ?? '嗯，您说。',
  }
}

/** Of lines given one a temperament in turn, those of one temperament; all when there are fewer. */
function inTurn(ways: readonly string[], temperament: Temperament): readonly string[] {
  const own = ways.filter((_, index) => temperaments[index % temperaments.length] === temperament)
  return own.length > 0 ? own : ways
}

/** A value that a caller might really give for a fact that nothing depends on. */
export function plausibleValue(id: FactId, lines: CallerLines, draw: Draw): FactValue {
  const definition = factDefinition(id)
  if (definition.kind === 'number') return 2 + Math.floor(draw.number() * 6)
  if (definition.kind === 'yes-no') return draw.number() < 0.5
  const drawn = definition.kind === 'choice' ? draw.of(Object.keys(definition.options)) : draw.of(lines.facts.get(id)?.values ?? [])
  const value: unknown = drawn ?? definition.zh
  if (fitsFact(id, value)) return value
  throw new Error(`no value fits the fact "${id}"`)
}
