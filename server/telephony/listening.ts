import type { Links, LinksTools } from './telephony-links.ts'

/** Begins to listen to the telephone systems, on the terms on which this process may. */
export type OpenLinks = (terms: Pick<LinksTools, 'mayHear' | 'shelf'>) => Promise<Links>
/** Whether and where the telephone systems are listened to. */
export interface Listening {
  readonly start: () => void
  /** Lets go of them. Resolves when what they told is taken in. */
  readonly stop: () => Promise<void>
  readonly where: () => 'here' | 'at another node' | 'nowhere'
}

/** A server by itself listens from its start to its end. */
export function listeningAlone(open: OpenLinks): Listening {
  let links: Promise<Links> | null = null
  return {
    start: () => void (links ??= open({})),
    stop: async () => {
      const closing = links
      links = null
      await (await closing)?.stop()
    },
    where: () => (links === null ? 'nowhere' : 'here'),
  }
}
