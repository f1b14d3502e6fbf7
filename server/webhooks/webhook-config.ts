import { Type } from '@sinclair/typebox'
import { SunlineError } from '../errors.ts'
import { validator } from '../validation.ts'

/** What other systems may be told. */
export const webhookEvents = ['call wrapped up', 'warning unrepaired', 'crisis raised'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** A system that is told. */
export interface WebhookReceiver {
  readonly name: string
  readonly url: string
  readonly secret: string
  readonly events: readonly WebhookEvent[]
}

const readReceivers = validator(
  Type.Array(
    Type.Object({
      name: Type.String({ pattern: '^[a-z0-9-]{1,40}$', description: 'Expected lower-case letters, digits and hyphens' }),
      url: Type.String({ pattern: '^https?://', description: 'Expected an address that begins with https:// or http://' }),
      events: Type.Optional(Type.Array(Type.Union(webhookEvents.map((event) => Type.Literal(event))), { minItems: 1, description: `Expected some of ${webhookEvents.join(', ')}` })),
      secretFrom: Type.String({ pattern: '^[A-Z][A-Z0-9_]*$', description: 'Expected the name of the variable that holds the secret' }),
    }, { additionalProperties: false, description: 'Expected name, url, secretFrom and, if wanted, events' }),
    { description: 'Expected a list of receivers' },
  ),
)

/** Reads `SUNLINE_WEBHOOKS`: JSON, with the name of the variable that holds each receiver's secret. What is wrong is added to `faults`. */
export function readWebhooks(text: string | null, secretOf: (variable: string) => string | null, faults: string[]): readonly WebhookReceiver[] {
  if (text === null) return []
  try {
    const receivers = readReceivers(JSON.parse(text)).map(({ name, url, events = webhookEvents, secretFrom }) => {
      if (!URL.canParse(url)) faults.push(`SUNLINE_WEBHOOKS: the address of "${name}" cannot be read`)
      const secret = secretOf(secretFrom)
      if (secret === null) faults.push(`SUNLINE_WEBHOOKS: the variable ${secretFrom}, which must hold the secret of "${name}", is not set`)
      return { name, url, events, secret: secret ?? '' }
    })
    const names = receivers.map(({ name }) => name)
    if (new Set(names).size < names.length) faults.push('SUNLINE_WEBHOOKS: two receivers have the same name')
    return receivers
  } catch (error) {
    faults.push(`SUNLINE_WEBHOOKS must be JSON such as [{"name":"crm","url":"https://crm.example.com/sunline","secretFrom":"CRM_SECRET"}]${error instanceof SunlineError ? ` (${error.message})` : ''}`)
    return []
  }
}
