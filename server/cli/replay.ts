import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { SunlineError } from '../errors.ts'
import { twilioSignature } from '../ingest/twilio-signature.ts'
import type { TranscriptEvent } from '../protocol.ts'
import { readEvents } from './recorded-call.ts'
import { providers, type ProviderName, type ProviderRequest } from './provider-shapes.ts'
import type { Command } from './output.ts'

const isProvider = (name: string): name is ProviderName => Object.hasOwn(providers, name)
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What the environment gives a sender: its API key, and the secret with which Twilio would sign. */
const { SUNLINE_API_KEY: apiKey = '', TWILIO_AUTH_TOKEN: twilioToken = '' } = process.env

async function post(origin: string, { path, body, form }: ProviderRequest): Promise<unknown> {
  const url = `${origin}${path}`
  const fields = form ? (body as Readonly<Record<string, string>>) : null
  const headers = {
    'content-type': fields ? 'application/x-www-form-urlencoded' : 'application/json',
    ...(apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }),
    ...(fields && twilioToken !== '' ? { 'x-twilio-signature': twilioSignature(twilioToken, url, fields) } : {}),
  }
  const response = await fetch(url, { method: 'POST', headers, body: fields ? new URLSearchParams(fields).toString() : JSON.stringify(body) }).catch((error: unknown) => {
    throw new SunlineError('unavailable', `${url} cannot be reached; is the server running? (${error instanceof Error ? error.message : String(error)})`)
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok || JSON.stringify(answer).includes('"result":"error"')) throw new SunlineError('invalid payload', `${url} answered ${String(response.status)}: ${JSON.stringify(answer)}`)
  return answer
}

/** `replay FILE`: streams a recorded call into a running server, in the shape of a provider. */
export const replayCommand: Command = {
  usage: `replay FILE [--speed 1] [--url http://127.0.0.1:3000] [--as ${Object.keys(providers).join('|')}]`,
  summary: 'stream a recorded call (sample YAML, or JSONL of neutral events) into a running server',
  run: async (args, output) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { speed: { type: 'string', default: '1' }, url: { type: 'string', default: 'http://127.0.0.1:3000' }, as: { type: 'string', default: 'neutral' } },
      allowPositionals: true,
    })
    const [file] = positionals
    const speed = Number(values.speed)
    if (file === undefined || !(speed > 0) || !isProvider(values.as)) {
      output.fail(`usage: ${replayCommand.usage}, with a speed above 0`)
      return 2
    }
    const callId = `replay-${Date.now().toString(36)}`
    const recorded = readEvents(file, readFileSync(file, 'utf8'), callId)
    const startedAt = Date.now()
    await post(values.url, { path: '/api/calls', body: { callId, queue: recorded.queue, callerNumber: recorded.callerNumber } })
    output.print(`call ${callId}: ${values.url}/calls/${callId}`)
    const shape = providers[values.as]({ callId, startedAt })
    const started = performance.now()
    for (const { at, event } of recorded.events) {
      await wait(Math.max(0, at / speed - (performance.now() - started)))
      for (const request of shape(event)) await post(values.url, request)
      if (event.final) output.print(spoken(event))
    }
    await post(values.url, { path: `/api/calls/${callId}/end`, body: {} })
    return 0
  },
}

const spoken = ({ startMs, speaker, text }: TranscriptEvent): string => `${(startMs / 1000).toFixed(1).padStart(7)}  ${speaker.padEnd(6)}  ${text}`
