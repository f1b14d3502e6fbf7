import type { CallView } from '../../../server/protocol.ts'

/**
 * The address of the customer's page in another system: the template with its `{placeholders}` filled in and encoded.
 * Null while a placeholder has no value yet: the other system would show the wrong customer, or none.
 */
export function customerPage(template: string | null, call: Pick<CallView, 'id' | 'callerNumber' | 'queue' | 'agent' | 'facts'>): string | null {
  if (template === null) return null
  const own: Readonly<Record<string, string>> = { callId: call.id, callerNumber: call.callerNumber, queue: call.queue, agent: call.agent }
  const valueOf = (name: string): string => own[name] ?? String(call.facts.find(({ id }) => id === name)?.value ?? '')
  const names = [...template.matchAll(/\{([^{}]+)\}/gu)].map(([, name = '']) => name)
  if (names.some((name) => valueOf(name) === '')) return null
  return template.replaceAll(/\{([^{}]+)\}/gu, (_whole, name: string) => encodeURIComponent(valueOf(name)))
}
