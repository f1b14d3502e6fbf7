import type { Guidance, Reply, Utterance } from '../protocol.ts'
import type { Receipt } from '../ingest/receive.ts'
import { conversations, isFinal, numberOf, partsOfUtterance, speechEvent } from './live-speech.ts'
import type { LoadTally } from './load-tally.ts'
import type { RawSocket } from './raw-socket.ts'
import { steadyMs } from './steady-clock.ts'

/** Utterances between two clicks, and between two facts typed. */
const clickEvery = 8
const factEvery = 16
/** Events whose moment of sending is remembered: what comes later counts as lost. */
const remembered = 512

/** One agent's seat: calls one after the other, spoken by the recogniser and watched by one browser that checks what it gets. */
export interface Seat {
  /**
   * Sends the next event of the call; begins the next call when this one is over. Nothing while a call begins or ends. `beat`: how
   * often all calls have spoken. Each call's utterances begin at a beat of its own, however long the server took to open it: calls
   * do not wait for one another.
   */
  readonly speak: (beat: number) => void
  /** Takes what the browser receives. */
  readonly hear: (json: string) => void
  /** Finals that the browser should have and does not. */
  readonly missing: () => number
}
export interface SeatTools {
  readonly tally: LoadTally
  readonly ingest: RawSocket
  readonly browser: () => RawSocket
  /** Utterances of each call; the first one has `firstUtterances`, so that not all end at once. */
  readonly utterances: number
  readonly firstUtterances: number
  /** False for the relay, which has no calls to end. */
  readonly ends: boolean
}

/** The beat of a call, 0 to 12, as good as random. */
const offbeat = (index: number, round: number): number => (Math.imul(index * 31 + round + 1, 0x9e3779b1) >>> 8) % partsOfUtterance

export function seat(name: string, index: number, { tally, ingest, browser, utterances, firstUtterances, ends }: SeatTools): Seat {
  const sample = conversations[index % conversations.length]
  if (!sample) throw new Error('there are no sample calls to speak')
  const sentAt = new Float64Array(remembered)
  let round = 0
  let callId = `${name}-0`
  let next = 0
  let ready: 'to begin' | 'waiting' | 'open' | 'speaking' = 'to begin'
  let length = firstUtterances * partsOfUtterance
  /** The first event that the browser must get, and the last it got. */
  let from = Number.POSITIVE_INFINITY
  let last = -1
  let seq = -1
  const awaited = new Set<number>()
  /** Events sent that are not answered yet. No call is ended before its words are taken in: its end goes another way and could overtake them. */
  let unanswered = 0
  let latest: { guidance: string; warnings: string } = { guidance: '', warnings: '' }
  /** A key was pressed since the last final was sent: guidance may be what the key brought. */
  let pressedSince = false

  const refused = (what: string, reply: { readonly message: string }): void => tally.fault('errors', `${what}: ${reply.message}`)
  const request = (event: string, payload: object, done: () => void): void =>
    browser().ask<Reply<unknown>>(event, { callId, ...payload }, (reply) => {
      if (reply.ok) return done()
      if (reply.error !== 'step moved' && reply.error !== 'conflict') refused(event, reply)
      done()
    })
  const click = (event: string, payload: object): void => {
    const pressed = steadyMs()
    pressedSince = true
    tally.count('clicks')
    request(event, payload, () => tally.time('clicked', steadyMs() - pressed))
  }

  const send = (): void => {
    const number = next
    const now = steadyMs()
    const event = speechEvent(callId, sample, number, now)
    next += 1
    sentAt[number % remembered] = now
    tally.count('sent')
    if (event.final) pressedSince = false
    if (number >= from) {
      tally.count(event.final ? 'finals' : 'interims')
      if (event.final) awaited.add(number)
    }
    const answered = (receipt: Receipt): void => {
      unanswered -= 1
      if (receipt.result !== 'accepted') return refused('transcript', receipt.result === 'error' ? receipt : { message: receipt.result })
      if (event.final) tally.time('acknowledged', steadyMs() - now)
      if (number === 0) watch()
    }
    if (event.final || number === 0) {
      unanswered += 1
      ingest.ask('transcript', event, answered)
    } else ingest.emit('transcript', event)
  }
  const begin = (): void => {
    ready = 'waiting'
    from = Number.POSITIVE_INFINITY
    next = 0
    last = -1
    seq = -1
    latest = { guidance: '', warnings: '' }
    tally.count('calls')
    send()
  }
  const watch = (): void =>
    request('call:watch', {}, () =>
      request('scenario:choose', { scenario: sample.scenario }, () => {
        from = next
        ready = 'open'
      }),
    )
  const end = (): void => {
    ready = 'waiting'
    request('call:end', {}, () =>
      request('wrapup:submit', { disposition: 'solved-on-call', notes: '' }, () => {
        if (awaited.size > 0) tally.fault('lost', `${String(awaited.size)} finals of ${callId}`)
        awaited.clear()
        round += 1
        callId = `${name}-${String(round)}`
        length = utterances * partsOfUtterance
        ready = 'to begin'
      }),
    )
  }
  const act = (utterance: number): void => {
    if ((index + utterance) % factEvery === 0) click('fact:record', { fact: 'repairCount', value: utterance % 9 })
    if ((index + utterance) % clickEvery !== 1 || latest.guidance === '') return
    const [, , , guidance] = JSON.parse(latest.guidance) as [string, string, number, Guidance]
    const [first] = guidance.reactions
    if (first) click('reaction:report', { seq: guidance.seq, reaction: first.id })
  }

  const heard = (utterance: Utterance): void => {
    const number = numberOf(utterance.endMs)
    if (number < from) return
    if (number <= last) return tally.fault(number === last ? 'doubled' : 'disordered', `event ${String(number)} after ${String(last)} of ${callId}`)
    if (utterance.final !== isFinal(number)) tally.fault('disordered', `event ${String(number)} of ${callId} is ${utterance.final ? 'final' : 'interim'}`)
    last = number
    tally.time('heard', steadyMs() - (sentAt[number % remembered] ?? 0))
    tally.count(utterance.final ? 'finalsHeard' : 'interimsHeard')
    awaited.delete(number)
  }
  const guided = (json: string): void => {
    const given = Number(/^\["guidance:changed","[^"]*",(\d+)/u.exec(json)?.[1])
    tally.count('guidance')
    if (!(given >= seq)) tally.fault('disordered', `guidance ${String(given)} after ${String(seq)} of ${callId}`)
    if (json === latest.guidance) tally.fault('doubled', `guidance ${String(given)} of ${callId}`)
    seq = given
    latest.guidance = json
    if (last >= 0 && isFinal(last) && !pressedSince) tally.time('guidance', steadyMs() - (sentAt[last % remembered] ?? 0))
  }
  return {
    speak: (beat) => {
      if (ready === 'open' && beat % partsOfUtterance === offbeat(index, round)) ready = 'speaking'
      if (ready === 'to begin') begin()
      else if (ready === 'speaking' && next >= length && ends) {
        if (unanswered === 0) end()
      } else if (ready === 'speaking') {
        send()
        if (next % partsOfUtterance === 6) act(Math.floor(next / partsOfUtterance))
      }
    },
    hear: (json) => {
      if (json.startsWith('["utterance:heard"')) {
        const [, of, utterance] = JSON.parse(json) as [string, string, Utterance]
        if (of === callId) heard(utterance)
      } else if (json.startsWith('["guidance:changed"')) guided(json)
      else if (json.startsWith('["warning:changed"')) {
        tally.count('warnings')
        if (json === latest.warnings) tally.fault('doubled', `warnings of ${callId}`)
        latest.warnings = json
      }
    },
    missing: () => awaited.size,
  }
}
