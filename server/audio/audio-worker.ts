import type { FromWorker, ToWorker } from './audio-worker-messages.ts'
import { type ChannelDecoder, ChannelHearing, splitChannels } from './channel-hearing.ts'
import { sherpaDecoders } from './sherpa-decoder.ts'

// The process that recognises speech: decoding takes a processor for itself, and a faulty model ends the process that loads it.
const [, , folder = ''] = process.argv
const streams = new Map<number, readonly ChannelHearing[]>()
const say = (message: FromWorker): void => void process.send?.(message)

function take(message: ToWorker, decoder: () => ChannelDecoder): void {
  const { stream } = message
  if (message.do === 'open') {
    streams.set(stream, Array.from({ length: message.channels }, (_, channel) => new ChannelHearing(decoder(), channel)))
    return
  }
  const hearings = streams.get(stream) ?? []
  const samples = message.do === 'write' ? splitChannels(message.pcm, hearings.length) : []
  for (const [channel, hearing] of hearings.entries()) {
    const heard = message.do === 'write' ? hearing.hear(samples[channel] ?? new Float32Array()) : hearing.finish()
    for (const words of heard) say({ say: 'heard', stream, words })
  }
  if (message.do === 'write') say({ say: 'taken', stream })
  if (message.do === 'end') {
    streams.delete(stream)
    say({ say: 'closed', stream })
  }
}

const waiting: ToWorker[] = []
const keep = (message: ToWorker): void => void waiting.push(message)
process.on('message', keep)
process.on('disconnect', () => process.exit(0))
sherpaDecoders(folder === '' ? null : folder).then(
  (decoder) => {
    process.off('message', keep)
    process.on('message', (message: ToWorker) => take(message, decoder))
    for (const message of waiting) take(message, decoder)
  },
  (error: unknown) => {
    say({ say: 'cannot work', reason: error instanceof Error ? error.message : String(error) })
    process.disconnect()
  },
)
