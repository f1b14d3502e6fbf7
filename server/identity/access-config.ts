import { isLoopback } from './loopback.ts'
import { type OpenIdConfig, readOpenIdConfig } from './openid-config.ts'

/** How people and programs get in. */
export interface AccessConfig {
  /** False: the demo, which listens on loopback only and asks for no passwords. */
  readonly accounts: boolean
  /** Minutes without a request after which a session is over, and hours after which it is over in any case. */
  readonly idleMinutes: number
  readonly longestHours: number
  /** Files of the certificate and its key; null: without TLS, or TLS ends at a proxy. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  /** Proxies between browsers and this server, whose `x-forwarded-for` is believed. */
  readonly proxyHops: number
  /** Requests of one person that are answered in a minute. */
  readonly requestsPerMinute: number
  /** Seconds in which a request must have arrived. */
  readonly requestSeconds: number
  /** Single sign-on; null: none. */
  readonly openid: OpenIdConfig | null
}
type Environment = Readonly<Record<string, string | undefined>>

/** Reads what the environment says of accounts; adds a sentence to `faults` for every variable at fault. */
export function readAccessConfig(environment: Environment, host: string, faults: string[]): AccessConfig {
  const given = (name: string): string | null => environment[name]?.trim() || null
  const number = (name: string, fallback: number, least: number, most: number): number => {
    const text = given(name)
    const value = text === null ? fallback : Number(text)
    if (Number.isInteger(value) && value >= least && value <= most) return value
    faults.push(`${name} must be a whole number from ${String(least)} to ${String(most)}, not "${String(text)}"`)
    return fallback
  }
  const switched = given('SUNLINE_ACCOUNTS') ?? 'off'
  if (switched !== 'on' && switched !== 'off') faults.push(`SUNLINE_ACCOUNTS must be on or off, not "${switched}"`)
  const accounts = switched === 'on'
  if (!accounts && !isLoopback(host)) {
    faults.push(`HOST=${host} lets others reach this server, but without accounts everyone who reaches it may do everything; set SUNLINE_ACCOUNTS=on, or HOST=127.0.0.1`)
  }
  const certFile = given('TLS_CERT_FILE')
  const keyFile = given('TLS_KEY_FILE')
  if ((certFile === null) !== (keyFile === null)) faults.push('TLS_CERT_FILE and TLS_KEY_FILE belong together; give both or none')
  const encrypted = certFile !== null || given('PUBLIC_URL')?.startsWith('https:') === true
  if (accounts && !isLoopback(host) && !encrypted) {
    faults.push(`HOST=${host} lets others reach this server, but passwords would travel unencrypted; give TLS_CERT_FILE and TLS_KEY_FILE, or PUBLIC_URL=https://… when a proxy does TLS`)
  }
  return {
    accounts,
    idleMinutes: number('SESSION_IDLE_MINUTES', 60, 5, 24 * 60),
    longestHours: number('SESSION_HOURS', 12, 1, 24 * 7),
    tls: certFile !== null && keyFile !== null ? { certFile, keyFile } : null,
    proxyHops: number('TRUST_PROXY_HOPS', 0, 0, 10),
    requestsPerMinute: number('REQUESTS_PER_MINUTE', 600, 10, 1_000_000),
    requestSeconds: number('REQUEST_SECONDS', 20, 1, 300),
    openid: accounts ? readOpenIdConfig(environment, faults) : null,
  }
}
