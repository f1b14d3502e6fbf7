import { SunlineError } from '../errors.ts'
import type { Person } from './actor.ts'

/** Whose a call is, as a row, a state or a summary says it. */
export interface OwnedCall {
  readonly agentId: string | null
  readonly team: string | null
}
const is = ({ roles }: Person, role: Person['roles'][number]): boolean => roles.includes(role)
const own = ({ id }: Person, { agentId }: OwnedCall): boolean => agentId === id

/** A supervisor's calls are the team's; calls without a team are for supervisors without one. */
const ofTeam = (person: Person, { team }: OwnedCall): boolean => is(person, 'supervisor') && person.team === team

/** Whether someone may take the screen of a call and answer its buttons: one's own; for a supervisor also the team's. */
export const mayHandle = (person: Person, call: OwnedCall): boolean => own(person, call) || ofTeam(person, call)

/** Whether someone may read a stored call: an agent his own, a supervisor the team's, trainers and QA leads all. */
export const mayReview = (person: Person, call: OwnedCall): boolean => mayHandle(person, call) || is(person, 'trainer') || is(person, 'qa-lead')

/** Whether someone may look at a call's screen: calls on the line that he may handle, closed ones that he may review. */
export const mayWatch = (person: Person, call: OwnedCall, closed: boolean): boolean => (closed ? mayReview(person, call) : mayHandle(person, call))

/** Throws SunlineError 'forbidden'. */
export function mustWatch(person: Person, call: OwnedCall, closed: boolean): void {
  if (!mayWatch(person, call, closed)) throw notYours()
}
/** Throws SunlineError 'forbidden'. */
export function mustHandle(person: Person, call: OwnedCall): void {
  if (!mayHandle(person, call)) throw notYours()
}
/** Throws SunlineError 'forbidden'. */
export function mustReview(person: Person, call: OwnedCall): void {
  if (!mayReview(person, call)) throw notYours()
}
const notYours = (): SunlineError => new SunlineError('forbidden', 'this call belongs to somebody else; an agent has his own calls, a supervisor those of the team')
