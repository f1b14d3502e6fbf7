import { closingFlow } from '../../flows/conversation.ts'
import type { ConventionResult } from '../protocol.ts'
import type { ConventionDefinition, ConventionHit, ConventionMoment } from '../wording/conventions.ts'
import type { ConventionChange, FinalUtterance } from './call-events.ts'
import type { CallState, ConventionOccasion } from './call-state.ts'
import { judgeConventions } from './convention-results.ts'
import type { EntryLog } from './entry-log.ts'
import type { LiveEngine } from './ports.ts'
import { placeOf } from './utterance-places.ts'

/** What one input brought: the moments of the call, the reactions applied, and the words of a new utterance. */
interface Happening {
  readonly moments: ReadonlySet<ConventionMoment>
  readonly reactions: ReadonlySet<string>
  readonly utterance: FinalUtterance | null
  readonly hits: readonly ConventionHit[]
}

/**
 * Follows the conventions of every call after one input: which became due, were kept or were missed. Adds at most one entry, and,
 * when the line is closed, the verdict on all of them. Pure but for the log.
 */
export function noteConventions(log: EntryLog, before: CallState, engine: LiveEngine, utteranceId: string | null): void {
  const utterance = utteranceId === null ? null : (log.state.utterances[placeOf(log.state.utterances, utteranceId)] ?? null)
  const hits = utterance === null ? [] : engine.hearConventions(utterance.text, utterance.speaker)
  const happening: Happening = { moments: momentsOf(before, log.state), reactions: reactionsOf(log), utterance, hits }
  const last = new Map(log.state.conventions.map((occasion) => [occasion.convention, occasion]))
  const quiet = happening.moments.size === 0 && hits.length === 0
  const changes: ConventionChange[] = []
  for (const convention of engine.conventions) {
    const occasion = last.get(convention.id)
    if (occasion?.status === 'open' || occasion?.status === 'due') {
      const change = next(convention, occasion, log, happening)
      if (change.status !== occasion.status) changes.push(change)
    } else if (!quiet) {
      const change = begun(convention, occasion !== undefined, log, happening, engine)
      if (change !== null) changes.push(change)
    }
  }
  if (changes.length > 0) log.add({ type: 'conventions noted', changes })
  if (log.state.status !== 'wrap-up') return
  const results = judgeConventions(log.state, engine)
  if (!sameVerdict(results, log.state.conventionResults)) log.add({ type: 'conventions judged', results })
}

function momentsOf(before: CallState, after: CallState): ReadonlySet<ConventionMoment> {
  const moments = new Set<ConventionMoment>()
  const closing = (state: CallState): boolean => state.stack.at(-1)?.flow === closingFlow
  if (before.agentTurns === 0 && after.agentTurns > 0) moments.add('call start')
  if (!closing(before) && closing(after)) moments.add('closing')
  if (before.heldSince === null && after.heldSince !== null) moments.add('hold')
  if (before.heldSince !== null && after.heldSince === null && after.status === 'live') moments.add('retrieve')
  if (after.promises.length > before.promises.length) moments.add('promise')
  if (!before.promiseDue && after.promiseDue) moments.add('promise due')
  return moments
}

const reactionsOf = ({ entries }: EntryLog): ReadonlySet<string> =>
  new Set(entries.flatMap(({ event }) => (event.type === 'moved' && event.cause.by === 'reaction' ? [event.cause.reaction] : [])))

/** What becomes of the convention when it is due from now on; null when it is not. `again`: it was due before. */
function begun(convention: ConventionDefinition, again: boolean, log: EntryLog, happening: Happening, engine: LiveEngine): ConventionChange | null {
  const { state, at } = log
  const began = startOf(convention, happening)
  if (began === null || (again && began === 'once') || !applies(convention, state)) return null
  const change = next(convention, { convention: convention.id, status: 'open', turn: state.agentTurns, at, match: null, utteranceId: null }, log, happening)
  return change.status === 'kept' ? change : (saidBefore(convention, state, happening.utterance, engine) ?? change)
}

/** Whether the convention becomes due now. `once`: the moment comes once in a call. */
function startOf({ id, starts = [] }: ConventionDefinition, { moments, hits }: Happening): 'once' | 'again' | null {
  const moment = starts.find(({ on }) => on !== undefined && moments.has(on))?.on
  const words = hits.some(({ convention, does }) => convention === id && does === 'starts')
  if (moment === undefined && !words) return null
  const final = starts.some(({ on }) => on === 'closing' || on === 'call start')
  return final ? 'once' : 'again'
}

function applies({ only_if: only }: ConventionDefinition, { promises, facts }: CallState): boolean {
  if (only === undefined) return true
  const is = ([fact, value]: readonly [string, unknown]): boolean => facts[fact]?.value === value
  if (only.promised === true && promises.length === 0) return false
  return Object.entries(only.facts ?? {}).every(is) && !Object.entries(only.unless_facts ?? {}).some(is)
}

/** What becomes of an occasion that is not settled yet. */
function next(convention: ConventionDefinition, occasion: ConventionOccasion, { state, at }: EntryLog, happening: Happening): ConventionChange {
  const { id, kept_by, waived_by = [], within, remind } = convention
  const { moments, reactions, utterance, hits } = happening
  const change = (status: ConventionChange['status'], match: string | null = null): ConventionChange => ({ convention: id, status, match, utteranceId: match === null ? null : (utterance?.id ?? null) })
  if (waived_by.some((reaction) => reactions.has(reaction)) || !applies(convention, state)) return change('waived')
  const words = utterance === null ? null : keptWords(convention, state, utterance, hits)
  if (words !== null) return change('kept', words)
  if (kept_by?.on !== undefined && moments.has(kept_by.on)) return change('kept')
  if (kept_by?.knows_fact?.some((fact) => state.facts[fact] !== undefined)) return change('kept')
  const turns = state.agentTurns - occasion.turn
  if (within !== undefined && turns >= within) return change('missed')
  const seconds = (at - occasion.at) / 1_000
  const due = remind !== undefined && turns >= (remind.after_turns ?? 0) && seconds >= (remind.after_seconds ?? 0)
  return change(due ? 'due' : 'open')
}

/** The agent's words that keep the convention, or null. A number is taken to its last digit. */
function keptWords({ id, kept_by }: ConventionDefinition, { facts }: CallState, { text, speaker }: FinalUtterance, hits: readonly ConventionHit[]): string | null {
  if (speaker !== 'agent') return null
  const hit = hits.find(({ convention, does }) => convention === id && does === 'keeps')
  if (hit) return text.slice(hit.start, hit.end) + (/^[\da-z-]+/iu.exec(text.slice(hit.end))?.[0] ?? '')
  const values = (kept_by?.speaks_fact ?? []).map((fact) => String(facts[fact]?.value ?? ''))
  return values.find((value) => value !== '' && text.includes(value)) ?? null
}

/** The convention kept by words that came before it was due. */
function saidBefore(convention: ConventionDefinition, state: CallState, utterance: FinalUtterance | null, engine: LiveEngine): ConventionChange | null {
  const { before = 0, id } = convention
  if (before === 0) return null
  const earlier = state.utterances.filter((each) => each.speaker === 'agent' && each.id !== utterance?.id).slice(-before)
  for (const each of earlier.toReversed()) {
    const match = keptWords(convention, state, each, engine.hearConventions(each.text, 'agent'))
    if (match !== null) return { convention: id, status: 'kept', match, utteranceId: each.id }
  }
  return null
}

const sameVerdict = (a: readonly ConventionResult[], b: readonly ConventionResult[] | null): boolean =>
  b !== null && a.length === b.length && a.every(({ status, match }, at) => status === b[at]?.status && match === b[at]?.match)
