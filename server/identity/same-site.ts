import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { SunlineError } from '../errors.ts'
import { sameOrigin } from '../same-origin.ts'
import { isLoopback } from './loopback.ts'

/** Our own pages send it with every request; another site's page cannot without asking first, and is not answered then. */
export const pageHeader = 'x-sunline-page'

export interface SameSite {
  /** Null: no foreign page is behind these headers; else a sentence that says what is wrong. */
  readonly fault: (headers: IncomingHttpHeaders) => string | null
}

/**
 * Tells requests of our own pages, and of programs, from those of other sites' pages in the same browser.
 * `publicUrl`: where browsers reach this server when a proxy changes the `host`. Without accounts the host must be a name of this machine:
 * a foreign name that leads to 127.0.0.1 is an attack (DNS rebinding).
 */
export function sameSite(publicUrl: string | null, accounts: boolean): SameSite {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  return {
    fault: (headers) => {
      const { host = '', origin, 'sec-fetch-site': site } = headers
      if (!accounts && !isLoopback(host.replace(/:\d+$/u, ''))) return 'without accounts this server answers to localhost only; set SUNLINE_ACCOUNTS=on'
      if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return 'pages of other sites may not use this server'
      return sameOrigin({ headers }) || origin === publicOrigin ? null : 'pages of other sites may not use this server'
    },
  }
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests that a foreign page may have sent (CSRF): those that change something must come from our own origin, and with a
 * session's cookie also carry {@link pageHeader}. Programs with an API key send neither and are not browsers.
 */
export function refuseForeignPages(app: FastifyInstance, { fault }: SameSite, hasSession: (headers: IncomingHttpHeaders) => boolean): void {
  app.after(() => app.addHook('onRequest', async ({ method, headers, url }) => {
    if (!url.startsWith('/api/')) return
    const navigates = harmless.has(method)
    const wrong = fault(navigates ? { ...headers, 'sec-fetch-site': undefined, origin: undefined } : headers)
    if (wrong !== null) throw new SunlineError('forbidden', wrong)
    if (!navigates && hasSession(headers) && headers[pageHeader] !== '1') throw new SunlineError('forbidden', `a request with a session's cookie needs the header ${pageHeader}`)
  }))
}
