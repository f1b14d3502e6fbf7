import type { IncomingMessage } from 'node:http'

/**
 * Whether a websocket is opened by our own page or by a program. Browsers let any page open a socket to any server,
 * so a foreign page must be told apart by its `Origin`; programs send none.
 */
export function sameOrigin({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
