import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { SunlineError } from './errors.ts'
import type { AccessConfig } from './identity/access-config.ts'

/** How often connections are looked at for requests that do not arrive, ms. */
const lookEveryMs = 1_000
/** ms for which an idle connection is kept: longer than most proxies keep theirs. */
const keepAliveMs = 72_000

/**
 * The network side of the server: with TLS when there is a certificate. A request whose headers or body trickle in is cut off
 * after `requestSeconds`. Throws SunlineError 'unavailable' when a certificate cannot be read.
 */
export function httpServer({ tls, requestSeconds }: Pick<AccessConfig, 'tls' | 'requestSeconds'>, handler: RequestListener): Server {
  const requestTimeout = requestSeconds * 1_000
  const options = { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: lookEveryMs, keepAliveTimeout: keepAliveMs }
  if (tls === null) return createServer(options, handler)
  try {
    return createTlsServer({ ...options, minVersion: 'TLSv1.2', cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, handler)
  } catch (error) {
    throw new SunlineError('unavailable', `TLS_CERT_FILE ${tls.certFile} and TLS_KEY_FILE ${tls.keyFile} cannot be used: ${error instanceof Error ? error.message : String(error)}`)
  }
}
