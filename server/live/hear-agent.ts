import { currentStep } from '../../flows/conversation.ts'
import type { Mark, TranscriptEvent, Warning } from '../protocol.ts'
import type { EntryLog } from './entry-log.ts'
import { askedFact, react, recordFact } from './moving.ts'
import type { LiveEngine, PointHit } from './ports.ts'
import { promiseIn } from './promise.ts'
import { turnContext } from './turn-context.ts'
import { repairable, warningsFrom } from './warnings.ts'

/** Steps that one utterance may take: more would be the recogniser's doing. */
const mostSteps = 3

/** Takes in what the agent finally said: warnings and their repair, key points, facts, promises; moves on when all is said. */
export function hearAgent(log: EntryLog, event: TranscriptEvent, engine: LiveEngine): void {
  const { text, utteranceId } = event
  const revised = log.state.utterances.some(({ id }) => id === utteranceId)
  const context = turnContext(log.state, utteranceId, 'agent', false, log.at)
  const warnings = warningsFrom(engine.checkTurn(text, context), event, 'firm')
  const facts = engine.facts(text, 'agent', askedFact(log.state))
  const hits = pointsOf(log, text, engine)
  log.add({
    type: 'utterance heard',
    utterance: { ...spoken(event), marks: agentMarks(warnings, hits, facts.map(({ fact, start, end }) => ({ kind: 'fact', start, end, of: fact }))) },
    anger: null,
    suggestions: null,
    heard: [],
    promise: promiseIn(text),
  })
  changeWarnings(log, warnings, event, engine)
  for (const { fact, value } of facts) if (mayHear(log, fact)) recordFact(log, fact, value, 'heard')
  if (!revised) sayPoints(log, text, engine)
}

/** The part of a transcript event that the journal keeps. */
export function spoken(event: TranscriptEvent) {
  const { utteranceId: id, revision, speaker, text, startMs, endMs, confidence, source } = event
  return { id, revision, speaker, text, startMs, endMs, source, ...(confidence === undefined ? {} : { confidence }) }
}

/** What the agent typed or the system knows is not overwritten by what is heard. */
export function mayHear(log: EntryLog, fact: string): boolean {
  const known = log.state.facts[fact]
  return known === undefined || known.origin === 'heard'
}

/** The marks of an agent's utterance. */
export const agentMarks = (warnings: readonly Warning[], points: readonly PointHit[], facts: readonly Mark[]): readonly Mark[] => [
  ...warnings.map(({ start, end, rule, severity }): Mark => ({ kind: 'forbidden', start, end, of: rule, severity })),
  ...points.map(({ start, end, point }): Mark => ({ kind: 'point', start, end, of: point })),
  ...facts,
]

function pointsOf(log: EntryLog, text: string, engine: LiveEngine): readonly PointHit[] {
  const step = currentStep(log.state.stack)
  return step?.kind === 'say' || step?.kind === 'ask' ? engine.points(step.phrase, text) : []
}

function changeWarnings(log: EntryLog, found: readonly Warning[], event: TranscriptEvent, engine: LiveEngine): void {
  const before = log.state.warnings.filter((each) => each.utteranceId === event.utteranceId && each.state === 'firm')
  for (const warning of before.filter(({ id }) => !found.some((each) => each.id === id))) {
    log.add({ type: 'warning changed', warning: { ...warning, state: 'retracted' } })
  }
  const settled = new Set(log.state.warnings.filter(({ state }) => state !== 'retracted').map(({ id }) => id))
  for (const warning of found.filter(({ id }) => !settled.has(id))) log.add({ type: 'warning changed', warning })
  const open = repairable(log.state, event.utteranceId)
  const repaired = new Set(open.length === 0 ? [] : engine.repairs(open, event.text))
  for (const warning of open.filter(({ id }) => repaired.has(id))) {
    log.add({ type: 'warning changed', warning: { ...warning, state: 'repaired' } })
  }
}

/** Ticks the key points said; when a step is complete, the rest of the utterance counts for the next one. */
function sayPoints(log: EntryLog, text: string, engine: LiveEngine): void {
  let from = 0
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const step = currentStep(log.state.stack)
    if (step?.kind !== 'say' && step?.kind !== 'ask') return
    const hits = engine.points(step.phrase, text).filter(({ start }) => start >= from)
    for (const { point, start, end } of hits) {
      if (Object.hasOwn(log.state.points, point)) continue
      log.add({ type: 'point said', point, said: true, heard: text.slice(start, end) })
    }
    if (hits.length === 0 || !complete(log, step.phrase, engine)) return
    from = Math.max(...hits.map(({ end }) => end))
    if (!react(log, 'agent said it', null)) return
  }
}

/** Whether every key point of the current phrase counts as said. A phrase without key points is never complete by itself. */
export function complete(log: EntryLog, phrase: string, engine: LiveEngine): boolean {
  const points = engine.phrase(phrase)?.points ?? []
  return points.length > 0 && points.every(({ id }) => Object.hasOwn(log.state.points, id))
}
