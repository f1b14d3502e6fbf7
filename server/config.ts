import { delimiter } from 'node:path'
import { type ClusterConfig, readClusterConfig } from './cluster/cluster-config.ts'
import { isTrialPriority, type TrialPriority } from './authoring/stand-back.ts'
import { SunlineError } from './errors.ts'
import { type AccessConfig, readAccessConfig } from './identity/access-config.ts'
import { type IntegrationConfig, readIntegrationConfig } from './integration-config.ts'
import { isPostgres } from './store/database-address.ts'

/** What the environment decides. Parsed once at start. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Path of an SQLite file, or the address of a PostgreSQL database (`postgres://…`). */
  readonly databaseUrl: string
  readonly logLevel: LogLevel
  readonly agentName: string
  readonly agentNumber: string
  readonly brand: string
  /** Seconds without a word after which the caller counts as silent. */
  readonly silenceSeconds: number
  /** More calls than this at once are refused. */
  readonly maxLiveCalls: number
  /** A change of the words must be approved by somebody else than its author. */
  readonly fourEyes: boolean
  /** What the trial of a draft on stored calls gets of a processor that others want. */
  readonly trialPriority: TrialPriority
  /** Its place among several nodes; null: there is one. */
  readonly cluster: ClusterConfig | null
  readonly access: AccessConfig
  readonly integration: IntegrationConfig
  /** Secret behind reversible masks and the index of callers; null: masks are final and callers cannot be looked up. */
  readonly privacyKey: string | null
  /** Folders with other versions of the scripts library, for comparisons. */
  readonly otherLibraries: readonly string[]
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]
export type Environment = Readonly<Record<string, string | undefined>>

const isLogLevel = (value: string): value is LogLevel => (logLevels as readonly string[]).includes(value)

/**
 * Reads the configuration. An empty variable counts as unset.
 * Throws one SunlineError that lists every faulty variable, each with what it must be.
 */
export function readConfig(environment: Environment): Config {
  const faults: string[] = []
  const given = (name: string, fallback: string): string => environment[name]?.trim() || fallback

  const wholeNumber = (name: string, fallback: number, least: number, most: number): number => {
    const text = given(name, String(fallback))
    const value = Number(text)
    if (/^\d+$/u.test(text) && value >= least && value <= most) return value
    faults.push(`${name} must be a whole number from ${String(least)} to ${String(most)}, not "${text}"`)
    return fallback
  }
  const onOrOff = (name: string, fallback: 'on' | 'off'): boolean => {
    const text = given(name, fallback)
    if (text !== 'on' && text !== 'off') faults.push(`${name} must be on or off, not "${text}"`)
    return text === 'on'
  }
  const shortText = (name: string, fallback: string): string => {
    const text = given(name, fallback)
    if (text.length > 40) faults.push(`${name} must be at most 40 characters`)
    return text
  }
  const logLevel = given('LOG_LEVEL', 'info')
  if (!isLogLevel(logLevel)) faults.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${logLevel}"`)
  const trialPriority = given('TRIAL_PRIORITY', 'idle')
  if (!isTrialPriority(trialPriority)) faults.push(`TRIAL_PRIORITY must be idle, low or normal, not "${trialPriority}"`)

  const config: Config = {
    port: wholeNumber('PORT', 3000, 0, 65_535),
    host: given('HOST', '127.0.0.1'),
    databaseUrl: databaseUrl(given('DATABASE_URL', 'data/local/sunline.db'), faults),
    logLevel: isLogLevel(logLevel) ? logLevel : 'info',
    agentName: shortText('AGENT_NAME', '李敏'),
    agentNumber: shortText('AGENT_NUMBER', '1001'),
    brand: shortText('BRAND', '阳光'),
    silenceSeconds: wholeNumber('SILENCE_SECONDS', 12, 3, 86_400),
    maxLiveCalls: wholeNumber('MAX_LIVE_CALLS', 4_000, 1, 100_000),
    fourEyes: onOrOff('FOUR_EYES', 'on'),
    trialPriority: isTrialPriority(trialPriority) ? trialPriority : 'idle',
    cluster: readClusterConfig(environment, faults),
    access: readAccessConfig(environment, given('HOST', '127.0.0.1'), faults),
    integration: readIntegrationConfig(environment, faults),
    privacyKey: privacyKey(environment['SUNLINE_PRIVACY_KEY']?.trim() || null, faults),
    otherLibraries: given('OTHER_LIBRARIES', '').split(delimiter).filter((folder) => folder !== ''),
  }
  if (faults.length > 0) {
    throw new SunlineError('invalid payload', `the configuration has ${String(faults.length)} fault(s)\n${faults.join('\n')}`)
  }
  return config
}

/** Fewer characters than this would be the weakest part of AES-256. */
const leastPrivacyKey = 32

function privacyKey(text: string | null, faults: string[]): string | null {
  if (text === null || text.length >= leastPrivacyKey) return text
  faults.push(`SUNLINE_PRIVACY_KEY must have at least ${String(leastPrivacyKey)} characters, e.g. from "openssl rand -base64 32"`)
  return null
}

function databaseUrl(url: string, faults: string[]): string {
  if (isPostgres(url)) return url
  if (url.startsWith('file:')) return url.slice('file:'.length).replace(/^\/\/(?=\/)/u, '')
  if (/^[a-z]*:(\/\/|memory:)/u.test(url)) faults.push('DATABASE_URL must be the path of an SQLite file, e.g. data/local/sunline.db, or postgres://user:password@host/database')
  return url
}
