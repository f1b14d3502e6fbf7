import { type FactId, factDefinition } from '../../flows/facts.ts'
import type { Flow } from '../../flows/dialogue.ts'
import { type CallerLines, type FactLines, temperaments } from './caller-lines.ts'

/** Lines that a caller of one temperament needs for a reaction, so that a second drill does not sound like the first. */
const linesEach = 2

/**
 * What simulated callers cannot say yet: reactions that flows listen for and facts that they ask for, as sentences. What the agent
 * or the clock reports, or the agent looks up, needs no lines. 
 */
export function callerLineGaps({ reactions, facts, notSpoken, lookedUp }: CallerLines, flows: readonly Flow[]): readonly string[] {
  const steps = flows.flatMap(({ definition }) => Object.values(definition.steps))
  const listened = new Set(steps.flatMap((step) => (step.kind === 'say' || step.kind === 'ask' ? Object.keys(step.on) : [])))
  const asked = new Set(steps.flatMap((step) => (step.kind === 'ask' ? [step.fact] : [])))
  return [
    ...[...listened].filter((id) => !notSpoken.has(id)).flatMap((id) => {
      const lines = reactions.get(id)
      if (lines === undefined) return [`no caller line is given for the reaction "${id}"; add it to caller-lines, or to not_spoken`]
      return temperaments
        .filter((temperament) => (lines[temperament]?.length ?? 0) < linesEach)
        .map((temperament) => `the reaction "${id}" needs ${String(linesEach)} lines of a ${temperament} caller in caller-lines`)
    }),
    ...[...asked].filter((id) => !lookedUp.has(id)).flatMap((id) => factGaps(id, facts.get(id) ?? {})),
  ]
}

function factGaps(id: FactId, lines: FactLines): readonly string[] {
  const definition = factDefinition(id)
  const options = definition.kind === 'choice' ? Object.keys(definition.options) : definition.kind === 'yes-no' ? ['true', 'false'] : null
  if (options === null) {
    const missing = temperaments.filter((temperament) => !lines[temperament]?.some((line) => line.includes('{value}')))
    return missing.map((temperament) => `the fact "${id}" needs a line with {value} of a ${temperament} caller in caller-lines; add it, or name the fact under looked_up`)
  }
  return options
    .filter((option) => (lines.options?.[option]?.length ?? 0) < temperaments.length)
    .map((option) => `the option "${option}" of the fact "${id}" needs a line of each temperament in caller-lines; add them, or name the fact under looked_up`)
}
