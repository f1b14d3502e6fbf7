import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { SunlineError } from '../errors.ts'
import type { ChannelDecoder } from './channel-hearing.ts'
import { sampleRate } from './recogniser.ts'

/** What is used of `sherpa-onnx-node`, which is installed only where it is wanted. */
interface SherpaStream {
  readonly acceptWaveform: (wave: { readonly sampleRate: number; readonly samples: Float32Array }) => void
  readonly inputFinished: () => void
}
interface SherpaRecognizer {
  readonly createStream: () => SherpaStream
  readonly isReady: (stream: SherpaStream) => boolean
  readonly decode: (stream: SherpaStream) => void
  readonly isEndpoint: (stream: SherpaStream) => boolean
  readonly reset: (stream: SherpaStream) => void
  readonly getResult: (stream: SherpaStream) => { readonly text: string }
}
interface Sherpa {
  readonly OnlineRecognizer: new (config: unknown) => SherpaRecognizer
}

const tail = new Float32Array(sampleRate / 2)
/** Seconds of silence that end an utterance: before any words, and after some; and the longest utterance. */
const endpoint = { enableEndpoint: 1, rule1MinTrailingSilence: 2.4, rule2MinTrailingSilence: 0.8, rule3MinUtteranceLength: 20 }

/**
 * Loads `sherpa-onnx-node` and the streaming model in the folder: a transducer (`encoder*.onnx`, `decoder*.onnx`, `joiner*.onnx`) or a Paraformer
 * (`encoder*.onnx`, `decoder*.onnx`), each with `tokens.txt`. Returns what makes a decoder for a channel.
 * Throws SunlineError 'unavailable' that says what to install and where. Source: k2-fsa.github.io/sherpa/onnx.
 */
export async function sherpaDecoders(folder: string | null): Promise<() => ChannelDecoder> {
  if (folder === null) throw new SunlineError('unavailable', 'this server has no speech recogniser: run "npm install --no-save sherpa-onnx-node", unpack a streaming Chinese model of sherpa-onnx, and set SUNLINE_ASR_MODELS to its folder')
  const modelConfig = modelIn(folder)
  const packageName = 'sherpa-onnx-node'
  const loaded = (await import(packageName).catch((error: unknown) => {
    throw new SunlineError('unavailable', `SUNLINE_ASR_MODELS is set, but ${packageName} cannot be loaded (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}); run "npm install --no-save ${packageName}" beside this server`)
  })) as Sherpa & { readonly default?: Sherpa }
  const { OnlineRecognizer } = loaded.default ?? loaded
  const recognizer = new OnlineRecognizer({ featConfig: { sampleRate, featureDim: 80 }, modelConfig: { ...modelConfig, numThreads: 1, provider: 'cpu', debug: 0 }, decodingMethod: 'greedy_search', ...endpoint })
  return () => {
    const stream = recognizer.createStream()
    const accept = (samples: Float32Array): void => {
      stream.acceptWaveform({ sampleRate, samples })
      while (recognizer.isReady(stream)) recognizer.decode(stream)
    }
    return {
      accept,
      text: () => recognizer.getResult(stream).text,
      ended: () => recognizer.isEndpoint(stream),
      reset: () => recognizer.reset(stream),
      finish: () => {
        accept(tail)
        stream.inputFinished()
        while (recognizer.isReady(stream)) recognizer.decode(stream)
      },
    }
  }
}

/** The model's files as the recogniser wants them named. Throws SunlineError 'unavailable' that says what is missing. */
export function modelIn(folder: string): Readonly<Record<string, unknown>> {
  if (!existsSync(folder)) throw new SunlineError('unavailable', `SUNLINE_ASR_MODELS: there is no folder ${folder}`)
  const names = readdirSync(folder).sort()
  const find = (part: string): string | undefined => {
    const name = names.find((each) => each.startsWith(part) && each.endsWith('.onnx'))
    return name === undefined ? undefined : join(folder, name)
  }
  const [encoder, decoder, joiner] = [find('encoder'), find('decoder'), find('joiner')]
  const missing = [encoder ? '' : 'encoder*.onnx', decoder ? '' : 'decoder*.onnx', names.includes('tokens.txt') ? '' : 'tokens.txt'].filter((name) => name !== '')
  if (missing.length > 0) throw new SunlineError('unavailable', `SUNLINE_ASR_MODELS: ${folder} lacks ${missing.join(', ')}; unpack a streaming Chinese model of sherpa-onnx there`)
  const tokens = join(folder, 'tokens.txt')
  return joiner === undefined ? { paraformer: { encoder, decoder }, tokens } : { transducer: { encoder, decoder, joiner }, tokens }
}
