import { Type } from '@sinclair/typebox'
import { type FactId, factDefinition, fitsFact, isFactId } from '../../flows/facts.ts'
import type { Reaction } from '../../flows/reactions.ts'
import { SunlineError } from '../errors.ts'
import { IdSchema } from '../ingest/neutral.ts'
import type { Frame, WrapupDraft } from '../protocol.ts'
import { validator } from '../validation.ts'
import { dismiss } from '../wording/warning-lifecycle.ts'
import type { CallRegistry } from './call-registry.ts'
import type { CallSession } from './call-session.ts'
import type { EntryLog } from './entry-log.ts'
import { complete } from './hear-agent.ts'
import { chooseScenario, correctTo, goBack, react, recordFact } from './moving.ts'
import type { LiveEngine } from './ports.ts'
import { firmWarnings } from './warnings.ts'
import { currentStep } from '../../flows/conversation.ts'

const closed = { additionalProperties: false } as const
const Name = Type.String({ minLength: 1, maxLength: 128 })
const Seq = Type.Integer({ minimum: 0 })
const FactValue = Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean(), Type.Null()], { description: 'Expected a text, a number, true, false or null' })

/** What each request of a browser must look like. */
export const requests = {
  /** The call that any request names; the rest is checked by the request's own schema. */
  named: validator(Type.Object({ callId: IdSchema })),
  call: validator(Type.Object({ callId: IdSchema }, closed)),
  choose: validator(Type.Object({ callId: IdSchema, scenario: Name }, closed)),
  react: validator(Type.Object({ callId: IdSchema, seq: Seq, reaction: Name }, closed)),
  tick: validator(Type.Object({ callId: IdSchema, seq: Seq, point: Name, said: Type.Boolean() }, closed)),
  record: validator(Type.Object({ callId: IdSchema, fact: Name, value: FactValue }, closed)),
  correct: validator(
    Type.Object({ callId: IdSchema, frame: Type.Optional(Type.Object({ flow: Name, step: Name, returns: Type.Optional(Type.Literal(true)) }, closed)) }, closed),
  ),
  /** Its other fields are those of a transcript event, and checked as such. */
  speech: validator(Type.Object({ callId: IdSchema, utteranceId: Type.String({ pattern: '^mic-[A-Za-z0-9-]{1,100}$', description: 'Expected mic- and letters, digits or hyphens' }) })),
  dismiss: validator(Type.Object({ callId: IdSchema, warningId: Type.String({ maxLength: 300 }), reason: Type.String({ minLength: 1, maxLength: 500 }) }, closed)),
  wrapup: validator(Type.Object({ callId: IdSchema, disposition: Name, notes: Type.String({ maxLength: 10_000 }) }, closed)),
}

/** Throws SunlineError 'call ended' unless the agent is still on the line. */
function refuseEnded({ state }: EntryLog): void {
  if (state.status === 'wrap-up' || state.status === 'closed') throw new SunlineError('call ended', 'the call is over; only its wrap-up can be filled in', 'callId')
}

function refuseMoved({ state }: EntryLog, seq: number): void {
  if (seq !== state.guidanceSeq) throw new SunlineError('step moved', 'the call has gone on to another step; look at the sentence shown now', 'seq')
}

/** A reaction reported by key or click on the step that `seq` names. */
export function reportReaction(seq: number, id: string) {
  return (log: EntryLog): void => {
    if (!log.flows.isReaction(id)) throw new SunlineError('invalid payload', `reaction: there is no reaction "${id}"`, 'reaction')
    refuseEnded(log)
    refuseMoved(log, seq)
    if (!react(log, id, null)) throw new SunlineError('conflict', `nothing in this step answers "${id}"`, 'reaction')
  }
}

/** A key point ticked or unticked by hand; with the last one the step moves on. */
export function tickPoint(seq: number, point: string, said: boolean) {
  return (log: EntryLog, engine: LiveEngine): void => {
    refuseEnded(log)
    refuseMoved(log, seq)
    const step = currentStep(log.flows, log.state.stack)
    const phrase = step?.kind === 'say' || step?.kind === 'ask' ? step.phrase : ''
    if (!engine.phrase(phrase)?.points.some(({ id }) => id === point)) {
      throw new SunlineError('not found', `this step has no key point "${point}"`, 'point')
    }
    if (Object.hasOwn(log.state.points, point) === said) return
    log.add({ type: 'point said', point, said, heard: null })
    if (said && complete(log, phrase, engine)) react(log, 'agent said it', null)
  }
}

/** A fact typed or corrected by the agent; null clears it. */
export function writeFact(fact: string, value: string | number | boolean | null) {
  if (!isFactId(fact)) throw new SunlineError('not found', `there is no fact "${fact}"`, 'fact')
  if (value !== null && !fitsFact(fact, value)) throw new SunlineError('invalid payload', `value: does not fit the fact "${fact}" (${factKind(fact)})`, 'value')
  return (log: EntryLog): void => {
    refuseEnded(log)
    recordFact(log, fact, value, 'agent')
  }
}

const factKind = (fact: FactId): string => factDefinition(fact).kind

/** Goes to a documented scenario. */
export const pickScenario = (scenario: string) => (log: EntryLog): void => {
  refuseEnded(log)
  chooseScenario(log, scenario)
}

/** Goes back one step, or to a given one. */
export const correctStep = (frame: Frame | undefined) => (log: EntryLog): void => {
  refuseEnded(log)
  if (frame) correctTo(log, frame)
  else goBack(log)
}

/** A warning that the agent found mistaken. One that is over already stays as it is. */
export const dismissWarning = (warningId: string, reason: string) => (log: EntryLog): void => {
  const before = firmWarnings(log.state)
  if (!before.warnings.some(({ id }) => id === warningId)) throw new SunlineError('not found', 'this call has no such warning', 'warningId')
  const { warnings } = dismiss(before, warningId, reason)
  for (const warning of warnings) if (!before.warnings.includes(warning)) log.add({ type: 'warning changed', warning })
}

/** The caller waits. */
export function hold(log: EntryLog): void {
  refuseEnded(log)
  if (log.state.status === 'held') throw new SunlineError('conflict', 'the call is on hold already')
  log.add({ type: 'held' })
  react(log, 'agent holds' satisfies Reaction, null)
}

/** The agent is back. */
export function retrieve(log: EntryLog): void {
  refuseEnded(log)
  if (log.state.status !== 'held') throw new SunlineError('conflict', 'the call is not on hold')
  log.add({ type: 'retrieved' })
  react(log, 'agent retrieves', null)
}

/** The line is closed; what is left is the wrap-up. Once more changes nothing. */
export async function endCall(session: CallSession): Promise<WrapupDraft> {
  await session.do((log) => {
    if (log.state.status !== 'wrap-up') log.add({ type: 'ended' })
  })
  return session.draft()
}

/** Closes the call with its disposition, and lets it go. */
export async function submitWrapup(registry: CallRegistry, session: CallSession, disposition: string, notes: string): Promise<void> {
  await session.do((log, engine) => {
    if (log.state.status !== 'wrap-up') throw new SunlineError('conflict', 'end the call before its wrap-up')
    if (!engine.dispositions.some(({ id }) => id === disposition)) throw new SunlineError('not found', `there is no disposition "${disposition}"`, 'disposition')
    log.add({ type: 'wrapped up', disposition, notes })
  })
  registry.release(session.state.id)
}
