/** Words heard in one channel of audio. Times: ms since the audio began. */
export interface Recognised {
  readonly channel: number
  /** Counts the utterances of the channel from 0. */
  readonly utterance: number
  readonly text: string
  readonly final: boolean
  readonly startMs: number
  readonly endMs: number
}
/** One call's audio while it lasts. */
export interface AudioStream {
  /** Takes samples of all channels in turn, 16-bit little-endian. */
  readonly write: (pcm: Buffer) => void
  /** No more audio: what is open becomes final, then `closed` is called. */
  readonly end: () => void
}
export interface AudioListener {
  readonly heard: (words: Recognised) => void
  /** Over; `reason` is null after `end`, else what went wrong. */
  readonly closed: (reason: string | null) => void
}
/** Turns speech into text. */
export interface Recogniser {
  /** Throws SunlineError 'unavailable' that says what to install, when it cannot work. */
  readonly open: (channels: number, listener: AudioListener) => AudioStream
  readonly stop: () => Promise<void>
}
/** Samples of each channel in a second. */
export const sampleRate = 16_000
