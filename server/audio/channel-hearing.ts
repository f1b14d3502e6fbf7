import { type Recognised, sampleRate } from './recogniser.ts'

/** What a streaming recogniser must do for one channel; `sherpa-onnx-node` fits behind it. */
export interface ChannelDecoder {
  /** Takes samples from -1 to 1. */
  readonly accept: (samples: Float32Array) => void
  /** The text of the utterance so far. */
  readonly text: () => string
  /** Whether the speaker has paused after it. */
  readonly ended: () => boolean
  /** Begins the next utterance. */
  readonly reset: () => void
  /** No more samples will come. */
  readonly finish: () => void
}

/** Follows one channel: every change of its text is an interim, every pause ends an utterance. */
export class ChannelHearing {
  readonly #decoder: ChannelDecoder
  readonly #channel: number
  #samples = 0
  #utterance = 0
  #shown = ''
  #startMs = 0

  constructor(decoder: ChannelDecoder, channel: number) {
    this.#decoder = decoder
    this.#channel = channel
  }

  hear(samples: Float32Array): readonly Recognised[] {
    const fromMs = this.#atMs()
    this.#samples += samples.length
    this.#decoder.accept(samples)
    return this.#look(fromMs, this.#decoder.ended())
  }

  finish(): readonly Recognised[] {
    this.#decoder.finish()
    return this.#look(this.#atMs(), true)
  }

  #look(fromMs: number, ended: boolean): readonly Recognised[] {
    const text = this.#decoder.text().trim()
    if (this.#shown === '' && text !== '') this.#startMs = fromMs
    const words = { channel: this.#channel, utterance: this.#utterance, text, final: ended, startMs: this.#startMs, endMs: this.#atMs() }
    const news = text !== '' && (ended || text !== this.#shown)
    this.#shown = ended ? '' : text
    if (ended) {
      this.#decoder.reset()
      if (text !== '') this.#utterance += 1
    }
    return news ? [words] : []
  }

  #atMs(): number {
    return Math.round((this.#samples * 1_000) / sampleRate)
  }
}

/** The samples of each channel, from -1 to 1, out of 16-bit samples of all channels in turn; bytes beyond the last whole frame are left out. */
export function splitChannels(pcm: Uint8Array, channels: number): readonly Float32Array[] {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength)
  const frames = Math.floor(pcm.byteLength / (2 * channels))
  return Array.from({ length: channels }, (_, channel) => Float32Array.from({ length: frames }, (_each, frame) => view.getInt16((frame * channels + channel) * 2, true) / 32_768))
}
