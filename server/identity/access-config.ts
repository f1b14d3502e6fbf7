/** How people and programs get in. */
export interface AccessConfig {
  /** False: the demo, which listens on loopback only and asks for no passwords. */
  readonly accounts: boolean
  /** Minutes without a request after which a session is over, and hours after which it is over in any case. */
  readonly idleMinutes: number
  readonly longestHours: number
}
type Environment = Readonly<Record<string, string | undefined>>

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[?::1\]?)$/iu
/** Whether an address or host name means this machine alone. */
export const isLoopback = (host: string): boolean => loopback.test(host)

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
  return {
    accounts,
    idleMinutes: number('SESSION_IDLE_MINUTES', 60, 5, 24 * 60),
    longestHours: number('SESSION_HOURS', 12, 1, 24 * 7),
  }
}
