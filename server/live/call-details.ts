import { fitsFact, isFactId } from '../../flows/facts.ts'
import { SunlineError } from '../errors.ts'
import type { FactValue } from './call-events.ts'
import type { EntryLog } from './entry-log.ts'
import type { CallDetails } from './call-registry.ts'
import { recordFact } from './moving.ts'

/** A telephone number of which only the ends are readable: 138****2075. */
export function maskNumber(number: string): string {
  const digits = number.replaceAll(/\D/gu, '')
  if (digits.length < 7) return digits === '' ? '' : `${'*'.repeat(Math.max(digits.length - 2, 1))}${digits.slice(-2)}`
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

/** Facts that come with a call. Throws SunlineError 'invalid payload' naming the one at fault. */
export function readAttributes(attributes: Readonly<Record<string, unknown>>): Readonly<Record<string, FactValue>> {
  for (const [id, value] of Object.entries(attributes)) {
    if (!isFactId(id)) throw new SunlineError('invalid payload', `attributes.${id}: there is no such fact`, `attributes.${id}`)
    if (!fitsFact(id, value)) throw new SunlineError('invalid payload', `attributes.${id}: the value does not fit this fact`, `attributes.${id}`)
  }
  return attributes as Readonly<Record<string, FactValue>>
}

/** Takes over details that arrive after the call was opened by its first words. */
export function describe(log: EntryLog, { agent, agentId, team, callerNumber, queue, facts }: CallDetails): void {
  const { state } = log
  if (state.agent !== agent || state.agentId !== agentId || state.team !== team || state.callerNumber !== callerNumber || state.queue !== queue) {
    log.add({ type: 'call described', agent, agentId, team, callerNumber, queue })
  }
  for (const [fact, value] of Object.entries(facts)) {
    if (state.facts[fact]?.origin !== 'agent') recordFact(log, fact, value, 'system')
  }
}
