import type { Person } from '../identity/actor.ts'
import type { QualityFilter } from '../protocol.ts'
import { SunlineError } from '../errors.ts'

/** A filter held to what a person may see: QA leads see all, a supervisor the own team. Throws SunlineError 'forbidden' for another team's, or without one. */
export function within(person: Person, filter: QualityFilter): QualityFilter {
  const team = teamOf(person)
  if (team === null) return filter
  if (filter.team !== undefined && filter.team !== team) throw elsewhere()
  return { ...filter, team }
}

/** Throws SunlineError 'forbidden' unless the person may see what belongs to this team. */
export function mustReach(person: Person, row: { readonly team: string | null }): void {
  const team = teamOf(person)
  if (team !== null && row.team !== team) throw elsewhere()
}

/** The one team that a person is held to; null: all. */
export function teamOf({ roles, team }: Person): string | null {
  if (roles.includes('qa-lead')) return null
  if (team === null) throw new SunlineError('forbidden', 'you have no team yet; an administrator can put you in one')
  return team
}

const elsewhere = (): SunlineError => new SunlineError('forbidden', 'this belongs to another team; a supervisor sees the own team')
