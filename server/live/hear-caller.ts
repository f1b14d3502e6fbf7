import { advance, currentStep, type Frame, interruptions, possibleReactions } from '../../flows/conversation.ts'
import { factDefinition, isFactId } from '../../flows/facts.ts'
import type { Reaction } from '../../flows/reactions.ts'
import type { Cue, Mark, Suggestion, TranscriptEvent } from '../protocol.ts'
import type { HeardReaction } from './call-events.ts'
import type { EntryLog } from './entry-log.ts'
import { isAgentFinding, mayHear, spoken } from './hear-agent.ts'
import type { CallState } from './call-state.ts'
import { knownFacts, react, recordFact } from './moving.ts'
import type { AskedStep, CueHit, FactHit, LiveEngine } from './ports.ts'
import { turnsBefore } from './turn-context.ts'
import { placeOf } from './utterance-places.ts'

/** Caller turns that the choice of a scenario looks at. */
const turnsForSuggestion = 12

/** Takes in what the caller finally said: cues, anger, facts, scenarios and reactions; danger preempts at once. */
export function hearCaller(log: EntryLog, event: TranscriptEvent, engine: LiveEngine): void {
  const { text, utteranceId } = event
  const heardBefore = placeOf(log.state.utterances, utteranceId) >= 0
  const hits = engine.cues(text, turnsBefore(log.state.utterances, utteranceId))
  const stack = afterSilence(log.state, engine)
  const possible = possibleReactions(engine.flows, stack).filter((each) => !isAgentFinding.has(each))
  const asked = answerable(log.state, stack, engine)
  const reaction = engine.reactions(text, possible, asked?.fact ?? null)
  const otherwise = reaction?.certain === true || hits.some((hit) => hit.reaction !== null)
  const facts = engine
    .facts(text, 'caller', asked)
    .filter((each) => (each.weak !== true || !otherwise) && (each.fact !== asked?.fact || !yieldsTo(reaction, each, text)))
  const angerBefore = log.state.anger.findLast((each) => each.utteranceId !== utteranceId)?.level ?? 0
  const marks: readonly Mark[] = [
    ...hits.map(({ id, start, end }): Mark => ({ kind: 'cue', start, end, of: id })),
    ...facts.map(({ fact, start, end }): Mark => ({ kind: 'fact', start, end, of: fact })),
  ]
  log.add({
    type: 'utterance heard',
    utterance: spoken(event, marks),
    anger: engine.anger(angerBefore, hits, text),
    suggestions: changedSuggestions(log, event, engine),
    heard: heardReactions(hits, reaction),
    promise: null,
  })
  raiseCues(log, hits, event)
  if (heardBefore) return
  if (preempt(log, hits)) return
  react(log, 'caller speaks again', null)
  const { guidanceSeq } = log.state
  for (const { fact, value } of facts) if (mayHear(log, fact)) recordFact(log, fact, value, 'heard')
  if (reaction?.certain && log.state.guidanceSeq === guidanceSeq) react(log, reaction.reaction, reaction.match)
}

/** Characters of a yes or no that says nothing by itself. */
const bareYes = 2

/** Whether what was taken for the answer is only part of the words that make a reaction: 今天 in 今天必须给我, 行 in 行就这么办. An option named stands. */
function yieldsTo(reaction: { readonly match: string; readonly certain: boolean } | null, { fact, start, end }: FactHit, text: string): boolean {
  const kind = isFactId(fact) ? factDefinition(fact).kind : 'text'
  if (reaction?.certain !== true || kind === 'choice' || (kind === 'yes-no' && end - start > bareYes)) return false
  const from = text.indexOf(reaction.match)
  return from >= 0 && from <= start && end <= from + reaction.match.length && end - start < reaction.match.length
}

/** Where the dialogue will stand when these words have ended a silence: they are heard as an answer to what was asked before it. */
const afterSilence = (state: CallState, { flows }: LiveEngine): readonly Frame[] => advance(flows, state.stack, 'caller speaks again', knownFacts(state)).stack

/** The fact that the caller may answer now. Whether a rule is met is looked up by the agent: the caller's yes or no says nothing of it. */
function answerable(state: CallState, stack: readonly Frame[], engine: LiveEngine): AskedStep | null {
  const step = currentStep(engine.flows, stack)
  if (step?.kind !== 'ask') return null
  const { fact, phrase } = step
  const lookedUp = possibleReactions(engine.flows, stack).includes('checked and eligible')
  if (lookedUp && isFactId(fact) && factDefinition(fact).kind === 'yes-no') return null
  const points = engine.phrase(phrase)?.points ?? []
  return { fact, put: stack !== state.stack || points.length === 0 || points.some(({ id }) => Object.hasOwn(state.points, id)) }
}

/** What each cue shows, once an utterance. */
function raiseCues(log: EntryLog, hits: readonly CueHit[], { utteranceId, startMs }: TranscriptEvent): void {
  const raised = new Set(log.state.cues.filter((cue) => cue.utteranceId === utteranceId).map(({ id }) => id))
  for (const { id, label, hint, match } of hits) {
    if (raised.has(id)) continue
    raised.add(id)
    const cue: Cue = { id, label, hint, utteranceId, match, atMs: startMs }
    log.add({ type: 'cue raised', cue })
  }
}

/** What the caller said in the last turns but this one, oldest first. */
function callerTexts({ utterances }: CallState, utteranceId: string): readonly string[] {
  const texts: string[] = []
  for (let at = utterances.length - 1; at >= 0 && texts.length < turnsForSuggestion - 1; at -= 1) {
    const each = utterances[at]
    if (each?.speaker === 'caller' && each.id !== utteranceId) texts.push(each.text)
  }
  return texts.toReversed()
}

/** Danger to people leaves no time for a click. */
function preempt(log: EntryLog, hits: readonly CueHit[]): boolean {
  return hits.some(({ reaction, match }) => reaction !== null && interruptions[reaction]?.preempts !== undefined && react(log, reaction, match))
}

function heardReactions(hits: readonly CueHit[], own: { readonly reaction: Reaction; readonly match: string } | null): readonly HeardReaction[] {
  const heard = new Map<Reaction, string>(own ? [[own.reaction, own.match]] : [])
  for (const { reaction, match } of hits) if (reaction !== null && !heard.has(reaction)) heard.set(reaction, match)
  return [...heard].map(([reaction, match]) => ({ reaction, match }))
}

function changedSuggestions(log: EntryLog, { text, utteranceId }: TranscriptEvent, engine: LiveEngine): readonly Suggestion[] | null {
  const { state } = log
  const suggestions = engine.suggest([...callerTexts(state, utteranceId), text], state.scenario)
  return JSON.stringify(suggestions) === JSON.stringify(state.suggestions) ? null : suggestions
}
