import type { Config } from '../config.ts'
import type { Person } from '../identity/actor.ts'
import type { CallDetails } from './call-registry.ts'

/** What is known of a call of which nothing is said: it is the demo's agent's, where there is one. */
export const unannouncedCall = (demoAgent: (Pick<Person, 'id' | 'team'> & { readonly name: string }) | null, { agentName, agentNumber, brand }: Pick<Config, 'agentName' | 'agentNumber' | 'brand'>): CallDetails => ({
  agent: demoAgent?.name ?? '',
  agentId: demoAgent?.id ?? null,
  team: demoAgent?.team ?? null,
  origin: 'live',
  callerNumber: '',
  queue: '',
  facts: { ...(demoAgent && { agentName, agentNumber }), brand },
})
