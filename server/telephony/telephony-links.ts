import type { Clock } from '../clock.ts'
import { ariApplication, ariLink } from './asterisk-ari-link.ts'
import { ariReader } from './asterisk-ari-events.ts'
import { amiReader } from './asterisk-ami-events.ts'
import { amiLink } from './asterisk-ami-link.ts'
import { freeswitchReader } from './freeswitch-events.ts'
import { freeswitchLink } from './freeswitch-link.ts'
import { type Connect, keepLink, type LinkTools } from './link.ts'
import type { TelephonyEvent } from './telephony-event.ts'

/** Addresses of telephone systems to listen to; null: none. */
export interface TelephonyAddresses {
  readonly freeswitch: string | null
  readonly asteriskAmi: string | null
  readonly asteriskAri: string | null
}
export interface LinksTools extends Pick<LinkTools, 'changed' | 'leastWaitMs' | 'mostWaitMs'> {
  readonly clock: Clock
  /** Takes one event; the next waits until it is done, so that they stay in order. Never rejects. */
  readonly take: (event: TelephonyEvent) => Promise<void>
}

/** Listens to the configured telephone systems, and comes back to them after every loss. Returns what ends it. */
export function telephonyLinks({ freeswitch, asteriskAmi, asteriskAri }: TelephonyAddresses, { clock, take, changed, ...waits }: LinksTools): () => void {
  const systems: (readonly [string, Connect])[] = []
  // The readers outlive their connections: the legs of running calls are known after a reconnection.
  if (freeswitch !== null) systems.push(['freeswitch', freeswitchLink(new URL(freeswitch), freeswitchReader())])
  if (asteriskAmi !== null) systems.push(['asterisk-ami', amiLink(new URL(asteriskAmi), amiReader())])
  if (asteriskAri !== null) {
    const url = new URL(asteriskAri)
    systems.push(['asterisk-ari', ariLink(url, ariReader(ariApplication(url)))])
  }
  const stops = systems.map(([name, connect]) => {
    let last: Promise<void> = Promise.resolve()
    return keepLink({ name, connect, clock, changed, ...waits, happened: (event) => (last = last.then(() => take(event))) })
  })
  return () => {
    for (const stop of stops) stop()
  }
}
