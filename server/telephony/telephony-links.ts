import type { Clock } from '../clock.ts'
import { ariApplication, ariLink } from './asterisk-ari-link.ts'
import { ariReader } from './asterisk-ari-events.ts'
import { amiReader } from './asterisk-ami-events.ts'
import { amiLink } from './asterisk-ami-link.ts'
import { freeswitchReader } from './freeswitch-events.ts'
import { freeswitchLink } from './freeswitch-link.ts'
import { type KnownCall, type LegBook, legBook } from './leg-book.ts'
import { type Connect, keepLink, type LinkTools } from './link.ts'
import { missedHangUps } from './missed-hang-ups.ts'
import type { TelephonyEvent } from './telephony-event.ts'

/** Addresses of telephone systems to listen to; null: none. */
export interface TelephonyAddresses {
  readonly freeswitch: string | null
  readonly asteriskAmi: string | null
  readonly asteriskAri: string | null
}
/** Keeps what is known of the calls of a telephone system for who listens after this process. */
export interface LegShelf {
  readonly read: (system: string) => Promise<readonly KnownCall[]>
  /** Null: the call is over. */
  readonly keep: (system: string, callId: string, call: KnownCall | null) => void
}
export interface LinksTools extends Pick<LinkTools, 'leastWaitMs' | 'mostWaitMs'> {
  readonly clock: Clock
  /** Connected (null), or not and why; undefined: this process listens no more. */
  readonly changed: (name: string, lost: string | null | undefined) => void
  /** Takes one event; the next waits until it is done, so that they stay in order. Never rejects. */
  readonly take: (event: TelephonyEvent) => Promise<void>
  /** False when another process listens, or may: what is heard then is not taken. */
  readonly mayHear?: () => boolean
  /** Without it, the calls are known to this process alone. */
  readonly shelf?: LegShelf
}
/** The connections to the telephone systems. */
export interface Links {
  /** Ends them. Resolves when what they told before is taken. */
  readonly stop: () => Promise<void>
}

type Kind = readonly [name: string, address: string | null, connect: (url: URL, book: LegBook) => Connect]
const kinds = ({ freeswitch, asteriskAmi, asteriskAri }: TelephonyAddresses): readonly Kind[] => [
  ['freeswitch', freeswitch, (url, book) => freeswitchLink(url, freeswitchReader(book), missedHangUps(book))],
  ['asterisk-ami', asteriskAmi, (url, book) => amiLink(url, amiReader(book), missedHangUps(book))],
  ['asterisk-ari', asteriskAri, (url, book) => ariLink(url, ariReader(ariApplication(url), book), missedHangUps(book))],
]

/** Whether there is any telephone system to listen to. */
export const listensToAny = (addresses: TelephonyAddresses): boolean => kinds(addresses).some(([, address]) => address !== null)

/** Listens to the configured telephone systems, and comes back to them after every loss. Resolves once the connections are being made. */
export async function telephonyLinks(addresses: TelephonyAddresses, { clock, take, changed, mayHear = () => true, shelf, ...waits }: LinksTools): Promise<Links> {
  const links = kinds(addresses).map(async ([name, address, connect]) => {
    if (address === null) return async () => undefined
    // The book outlives its connections: the legs of running calls are known after a reconnection.
    const known = (await shelf?.read(name).catch(() => null)) ?? []
    const book = legBook({ known, keep: (callId, call) => void (mayHear() && shelf?.keep(name, callId, call)) })
    let last: Promise<void> = Promise.resolve()
    const happened = (event: TelephonyEvent): void => {
      if (mayHear()) last = last.then(() => take(event))
    }
    const stop = keepLink({ name, connect: connect(new URL(address), book), clock, changed, ...waits, happened })
    return async () => {
      stop()
      changed(name, undefined)
      await last
    }
  })
  const stops = await Promise.all(links)
  return { stop: async () => void (await Promise.all(stops.map((stop) => stop()))) }
}
