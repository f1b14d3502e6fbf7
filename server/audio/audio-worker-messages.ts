import type { Recognised } from './recogniser.ts'

/** What the thread that recognises is told. `pcm`: 16-bit samples of all channels in turn. */
export type ToWorker =
  | { readonly do: 'open'; readonly stream: number; readonly channels: number }
  | { readonly do: 'write'; readonly stream: number; readonly pcm: Uint8Array }
  | { readonly do: 'end'; readonly stream: number }
/** What it answers. */
export type FromWorker =
  | { readonly say: 'heard'; readonly stream: number; readonly words: Recognised }
  /** One `write` is done with. */
  | { readonly say: 'taken'; readonly stream: number }
  | { readonly say: 'closed'; readonly stream: number }
  | { readonly say: 'cannot work'; readonly reason: string }
