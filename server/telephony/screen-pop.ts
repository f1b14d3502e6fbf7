import { isFactId } from '../../flows/facts.ts'

/** What a template may name beside the facts of a call. */
const ownNames = new Set(['callId', 'callerNumber', 'queue', 'agent'])

/** Reads `SUNLINE_SCREEN_POP`: an address with `{placeholders}` for facts or parts of the call. What is wrong is added to `faults`. */
export function readScreenPop(template: string | null, faults: string[]): string | null {
  if (template === null) return null
  const names = [...template.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name)
  const unknown = names.filter((name) => !ownNames.has(name) && !isFactId(name))
  if (unknown.length > 0) faults.push(`SUNLINE_SCREEN_POP names ${unknown.join(', ')}, which is neither a fact nor one of ${[...ownNames].join(', ')}`)
  const filled = template.replaceAll(/\{[^{}]*\}/gu, 'x')
  // The host must stand in the template itself, so that no call can lead anywhere else.
  const fixed = /^https?:\/\/[^{}/?#]+(?:[/?#]|$)/u.test(template)
  if (!fixed || !URL.canParse(filled)) faults.push('SUNLINE_SCREEN_POP must be an address such as https://crm.example.com/search?ticket={ticketNumber}, with placeholders after the host only')
  return template
}
