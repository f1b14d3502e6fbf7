import { Type } from '@sinclair/typebox'
import type { Environment } from './config.ts'
import { SunlineError } from './errors.ts'
import { adapters } from './ingest/adapters.ts'
import type { ConfiguredSpeakers } from './ingest/sender-origin.ts'
import type { TelephonyAddresses } from './telephony/telephony-links.ts'
import { readScreenPop } from './telephony/screen-pop.ts'
import { validator } from './validation.ts'
import { readWebhooks, type WebhookReceiver } from './webhooks/webhook-config.ts'

/** What connects the server to other systems. Null: not connected. */
export interface IntegrationConfig {
  readonly speakers: ConfiguredSpeakers
  readonly telephony: TelephonyAddresses
  /** Secret of the signatures of telephony events; null: their senders have an API key. */
  readonly telephonySecret: string | null
  readonly webhooks: readonly WebhookReceiver[]
  /** Address of the customer's page in another system, with placeholders; null: none. */
  readonly screenPop: string | null
  /** Folder of the speech recogniser's model; null: this server recognises no speech. */
  readonly asrModels: string | null
  /** Whether agents may use the speech recognition of their browsers. */
  readonly browserSpeech: boolean
  /** Secret of Twilio's signatures. */
  readonly twilioToken: string | null
  /** Address by which others reach this server, without a slash at its end; null: as their requests say. */
  readonly publicUrl: string | null
}

const readSpeakers = validator(
  Type.Record(Type.String(), Type.Record(Type.String(), Type.Union([Type.Literal('agent'), Type.Literal('caller'), Type.Null()], { description: 'Expected agent, caller or null' }))),
)

/** Reads the part of the environment that connects the server to other systems; what is wrong is added to `faults`. */
export function readIntegrationConfig(environment: Environment, faults: string[]): IntegrationConfig {
  const given = (name: string): string | null => environment[name]?.trim() || null
  return {
    speakers: speakers(given('SUNLINE_INGEST_SPEAKERS'), faults),
    telephony: {
      freeswitch: address('SUNLINE_ESL_URL', given('SUNLINE_ESL_URL'), ['esl:'], faults),
      asteriskAmi: address('SUNLINE_AMI_URL', given('SUNLINE_AMI_URL'), ['ami:'], faults),
      asteriskAri: address('SUNLINE_ARI_URL', given('SUNLINE_ARI_URL'), ['http:', 'https:'], faults),
    },
    telephonySecret: secret('SUNLINE_TELEPHONY_SECRET', given('SUNLINE_TELEPHONY_SECRET'), faults),
    webhooks: readWebhooks(given('SUNLINE_WEBHOOKS'), given, faults),
    screenPop: readScreenPop(given('SUNLINE_SCREEN_POP'), faults),
    asrModels: given('SUNLINE_ASR_MODELS'),
    browserSpeech: onOrOff('SUNLINE_BROWSER_SPEECH', given('SUNLINE_BROWSER_SPEECH'), faults),
    twilioToken: given('TWILIO_AUTH_TOKEN'),
    publicUrl: address('PUBLIC_URL', given('PUBLIC_URL'), ['http:', 'https:'], faults)?.replace(/\/+$/u, '') ?? null,
  }
}

function speakers(text: string | null, faults: string[]): ConfiguredSpeakers {
  if (text === null) return {}
  try {
    const read = readSpeakers(JSON.parse(text))
    const unknown = Object.keys(read).filter((provider) => !adapters.has(provider))
    if (unknown.length === 0) return read
    faults.push(`SUNLINE_INGEST_SPEAKERS names the unknown provider(s) ${unknown.join(', ')}; known are ${[...adapters.keys()].join(', ')}`)
  } catch (error) {
    faults.push(`SUNLINE_INGEST_SPEAKERS must be JSON such as {"deepgram":{"0":"agent","1":"caller"}}${error instanceof SunlineError ? ` (${error.message})` : ''}`)
  }
  return {}
}

function onOrOff(name: string, text: string | null, faults: string[]): boolean {
  if (text !== null && text !== 'on' && text !== 'off') faults.push(`${name} must be on or off, not "${text}"`)
  return text !== 'off'
}

/** Fewer characters can be guessed. */
const leastSecret = 16

/** A secret shared with another system, or null with a fault noted. */
export function secret(name: string, text: string | null, faults: string[]): string | null {
  if (text === null || text.length >= leastSecret) return text
  faults.push(`${name} must have at least ${String(leastSecret)} characters`)
  return null
}

/** An address with one of the protocols, or null with a fault noted. */
export function address(name: string, text: string | null, protocols: readonly string[], faults: string[]): string | null {
  if (text === null) return null
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text
  faults.push(`${name} must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`)
  return null
}
