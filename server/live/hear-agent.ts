import { currentStep, possibleReactions } from '../../flows/conversation.ts'
import type { Reaction } from '../../flows/reactions.ts'
import { agentFindings, sharedFindings } from '../../flows/reactions/agent-findings.ts'
import type { Mark, TranscriptEvent } from '../protocol.ts'
import type { Finding } from '../wording/rule-types.ts'
import { hear } from '../wording/warning-lifecycle.ts'
import type { EntryLog } from './entry-log.ts'
import { askedFact, react, recordFact } from './moving.ts'
import type { LiveEngine, PointHit } from './ports.ts'
import type { FinalUtterance } from './call-events.ts'
import { promiseIn } from './promise.ts'
import { turnContext } from './turn-context.ts'
import { placeOf } from './utterance-places.ts'
import { checkedUtterance, firmWarnings, forbiddenMarks } from './warnings.ts'

/** Reactions that only the agent's own speech reports, and those that the agent's speech may report as well as the caller's. */
export const isAgentFinding: ReadonlySet<Reaction> = new Set(agentFindings)
const mayBeFound: ReadonlySet<Reaction> = new Set([...agentFindings, ...sharedFindings])
/** Steps that one utterance may take: more would be the recogniser's doing. */
const mostSteps = 3

/** Takes in what the agent finally said: warnings and their repair, key points, facts, promises; moves on when all is said. */
export function hearAgent(log: EntryLog, event: TranscriptEvent, engine: LiveEngine): void {
  const { text, utteranceId } = event
  const revised = placeOf(log.state.utterances, utteranceId) >= 0
  const context = turnContext(log.state, event, 'agent', false, log.at)
  const findings = engine.checkTurn(text, context)
  const before = firmWarnings(log.state)
  const { warnings } = hear(before, checkedUtterance(event, findings, engine))
  const asked = askedFact(log.state, log.flows)
  const facts = engine.facts(text, 'agent', asked === null ? null : { fact: asked, put: true })
  const hits = pointsOf(log, text, engine)
  log.add({
    type: 'utterance heard',
    utterance: spoken(event, agentMarks(findings, hits, facts.map(({ fact, start, end }) => ({ kind: 'fact', start, end, of: fact })))),
    anger: null,
    suggestions: null,
    heard: [],
    promise: promiseIn(text),
  })
  for (const warning of warnings) if (!before.warnings.includes(warning)) log.add({ type: 'warning changed', warning })
  for (const { fact, value } of facts) if (mayHear(log, fact)) recordFact(log, fact, value, 'heard')
  if (revised) return
  sayPoints(log, text, engine)
  reportFinding(log, text, engine)
}

/**
 * What the agent reads out of the records moves the dialogue, where the step waits for it. Of an utterance that recites the step's
 * sentence only what follows counts: "I look it up, and ask if I do not find it" finds nothing yet.
 */
function reportFinding(log: EntryLog, said: string, engine: LiveEngine): void {
  const { stack } = log.state
  const awaited = possibleReactions(log.flows, stack).filter((reaction) => mayBeFound.has(reaction))
  if (awaited.length === 0) return
  const hits = pointsOf(log, said, engine)
  const step = currentStep(log.flows, stack)
  const recited = (step?.kind === 'say' || step?.kind === 'ask') && hits.length === (engine.phrase(step.phrase)?.points.length ?? 0)
  const text = recited ? said.slice(Math.max(0, ...hits.map(({ end }) => end))) : said
  const heard = engine.findings(text, awaited)
  if (heard?.certain) react(log, heard.reaction, heard.match)
}

const noMarks: readonly Mark[] = []

/** What the journal keeps of a transcript event. The marks are copied to their exact length: utterances are most of what a call holds. */
export function spoken({ utteranceId: id, revision, speaker, text, startMs, endMs, confidence, source }: TranscriptEvent, heard: readonly Mark[]): FinalUtterance {
  const marks = heard.length === 0 ? noMarks : heard.slice()
  return confidence === undefined ? { id, revision, speaker, text, startMs, endMs, source, marks } : { id, revision, speaker, text, startMs, endMs, source, confidence, marks }
}

/** What the agent typed or the system knows is not overwritten by what is heard. */
export function mayHear(log: EntryLog, fact: string): boolean {
  const known = log.state.facts[fact]
  return known === undefined || known.origin === 'heard'
}

/** The marks of an agent's utterance. */
export const agentMarks = (findings: readonly Finding[], points: readonly PointHit[], facts: readonly Mark[]): readonly Mark[] => [
  ...forbiddenMarks(findings),
  ...points.map(({ start, end, point }): Mark => ({ kind: 'point', start, end, of: point })),
  ...facts,
]

function pointsOf(log: EntryLog, text: string, engine: LiveEngine): readonly PointHit[] {
  const step = currentStep(log.flows, log.state.stack)
  return step?.kind === 'say' || step?.kind === 'ask' ? engine.points(step.phrase, text) : []
}

/** Ticks the key points said; when a step is complete, the rest of the utterance counts for the next one. */
function sayPoints(log: EntryLog, text: string, engine: LiveEngine): void {
  let from = 0
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const step = currentStep(log.flows, log.state.stack)
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
