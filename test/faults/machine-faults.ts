import { io, type Socket } from 'socket.io-client'
import type { CallView, Reply, TranscriptEvent } from '../../server/protocol.ts'
import { type Fault, health, wait } from './faults.ts'

/** Longer than the fault takes, shorter than the hour that the clock is set. */
const silenceSeconds = 30
const quietCall = 'fault-quiet'

const readOnly: Fault = {
  name: 'the disk turns read-only (ext4 gives up, `remount,abort`)',
  promised: 'what cannot be written is refused with a reason, /health says 503; after a repair of the disk and a start, what was acknowledged is there',
  disk: 'failing',
  act: async ({ address, disk, kill, start, senders }) => {
    disk.spoil()
    await wait(3_000)
    const during = await health(address)
    await kill()
    disk.mend()
    await start()
    await wait(1_500)
    return `/health ${during} while read-only, ${await health(address)} after; senders were told "${[...senders.refusals].at(-1) ?? 'nothing'}"`
  },
}

const clockSet: Fault = {
  name: 'the clock is set an hour further, back, an hour back, and right again',
  promised: 'nothing is lost or doubled, nobody is cut off, no call seems silent or over; after a start it is as before',
  environment: { NODE_OPTIONS: `--import ${new URL('settable-clock.mjs', import.meta.url).href}`, SILENCE_SECONDS: String(silenceSeconds) },
  act: async ({ address, signal, kill, start, senders, wrong }) => {
    const open = (): Socket => io(address, { transports: ['websocket'], forceNew: true, reconnection: false })
    let page = open()
    const ingest = io(`${address}/ingest`, { transports: ['websocket'], forceNew: true })
    const screen = async (): Promise<CallView> => {
      const reply = (await page.timeout(10_000).emitWithAck('call:watch', { callId: quietCall })) as Reply<CallView>
      if (!reply.ok) throw new Error(reply.message)
      return reply.data
    }
    const event: TranscriptEvent = { callId: quietCall, utteranceId: 'u1', revision: 1, speaker: 'agent', text: '您好', final: true, startMs: 0, endMs: 900, source: 'fault-test' }
    await ingest.timeout(10_000).emitWithAck('transcript', event)
    const { guidance: { place }, status } = await screen()
    senders.slowest()
    for (const set of ['an hour further', 'right again', 'an hour back', 'right once more']) {
      signal('SIGUSR2')
      await wait(2_500)
      const now = await screen()
      if (now.guidance.place?.step !== place?.step || now.status !== status) wrong(`after the clock was set ${set}, the quiet call stands at ${String(now.guidance.place?.step)}, ${now.status}`)
      if (!page.connected) wrong(`after the clock was set ${set}, the page was cut off`)
    }
    const slowest = Math.round(senders.slowest())
    for (const connection of [page, ingest]) connection.disconnect()
    signal('SIGUSR2')
    await wait(1_500)
    await kill()
    await start()
    page = open()
    const after = await screen()
    page.disconnect()
    if (after.status !== status || after.startedAt > Date.now()) wrong(`after a start with the clock right, the quiet call is ${after.status} and began ${String(after.startedAt - Date.now())} ms from now`)
    return `the call without a word stayed at its step, its page connected; the longest wait for an acknowledgement was ${String(slowest)} ms; then a SIGKILL with the clock an hour ahead and a start with it right`
  },
}

/** What the machine does to the program. */
export const machineFaults: readonly Fault[] = [readOnly, clockSet]
