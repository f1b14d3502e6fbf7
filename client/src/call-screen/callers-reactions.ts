const notTheCallers = new Set(['agent said it', 'fact recorded', 'agent holds', 'agent retrieves', 'hold reminder due', 'caller silent'])

/** True for reactions that the agent reports by number; the rest come by Space, by H or from the clock. */
export const isCallersReaction = (id: string): boolean => !notTheCallers.has(id)
