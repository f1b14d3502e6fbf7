/** The replay of a call at a moment, ms since the call began. */
export const replayPath = (callId: string, atMs: number): string => `/training/replay/${encodeURIComponent(callId)}?at=${String(Math.max(0, Math.round(atMs)))}`
