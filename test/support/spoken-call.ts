import type { Speaker } from '../../server/protocol.ts'

/** A call that a test speaks into, as a telephone system and a recogniser would. */
export interface SpokenCall {
  readonly id: string
  /** One final utterance. Resolves when the server has it on disk. */
  readonly says: (speaker: Speaker, text: string) => Promise<void>
  /** What is heard so far of an utterance that goes on; the next `says` of this speaker completes it. */
  readonly begins: (speaker: Speaker, text: string) => Promise<void>
}

/** Announces a call to the server at `address`, with an API key where it has accounts. Throws with the server's sentence when it refuses anything. */
export async function spokenCall(address: string, id: string, details: { readonly callerNumber?: string; readonly queue?: string; readonly agent?: string }, key: string | null = null): Promise<SpokenCall> {
  const post = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) }, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${await answer.text()}`)
  }
  await post('/api/calls', { callId: id, ...details })
  const open: Record<Speaker, number | null> = { agent: null, caller: null }
  let turns = 0
  let revision = 0
  const hear = async (speaker: Speaker, text: string, final: boolean): Promise<void> => {
    const turn = open[speaker] ?? (turns += 1)
    open[speaker] = final ? null : turn
    revision += 1
    const event = { callId: id, utteranceId: `${speaker}-${String(turn)}`, revision, speaker, text, final, startMs: turn * 3000, endMs: turn * 3000 + 2000, source: 'test' }
    await post('/api/ingest/events', { events: [event] })
  }
  return { id, says: (speaker, text) => hear(speaker, text, true), begins: (speaker, text) => hear(speaker, text, false) }
}
