import { expect, test } from 'vitest'
import { type ChannelDecoder, ChannelHearing, splitChannels } from '../../server/audio/channel-hearing.ts'
import { modelIn } from '../../server/audio/sherpa-decoder.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const second = new Float32Array(16_000)

/** A decoder that "hears" one text after the other, one for each piece of audio; a text that ends in a full stop ends the utterance. */
function scripted(texts: readonly string[]): ChannelDecoder {
  let at = -1
  return { accept: () => (at += 1), text: () => texts[at] ?? '', ended: () => (texts[at] ?? '').endsWith('。'), reset: () => undefined, finish: () => (at += 1) }
}

test('changes become interims, pauses finals, silence nothing', () => {
  const hearing = new ChannelHearing(scripted(['', '您', '您好', '您好', '您好。', '', '。', ' 请讲 ', '请讲吧']), 1)
  const heard = Array.from({ length: 8 }, () => hearing.hear(second)).flat()
  expect([...heard, ...hearing.finish()]).toEqual([
    { channel: 1, utterance: 0, text: '您', final: false, startMs: 1_000, endMs: 2_000 },
    { channel: 1, utterance: 0, text: '您好', final: false, startMs: 1_000, endMs: 3_000 },
    { channel: 1, utterance: 0, text: '您好。', final: true, startMs: 1_000, endMs: 5_000 },
    { channel: 1, utterance: 1, text: '。', final: true, startMs: 6_000, endMs: 7_000 },
    { channel: 1, utterance: 2, text: '请讲', final: false, startMs: 7_000, endMs: 8_000 },
    { channel: 1, utterance: 2, text: '请讲吧', final: true, startMs: 7_000, endMs: 8_000 },
  ])
})

test('channels are taken apart; half a frame is left out', () => {
  const pcm = Buffer.alloc(14)
  for (const [index, sample] of [16_384, -32_768, 0, 32_767, -1, 8_192].entries()) pcm.writeInt16LE(sample, index * 2)
  const [left, right] = splitChannels(pcm.subarray(0, 11), 2)
  expect([...(left ?? [])]).toEqual([0.5, 0])
  expect([...(right ?? [])].map((sample) => Number(sample.toFixed(3)))).toEqual([-1, 1])
  expect(splitChannels(pcm, 1)[0]).toHaveLength(7)
})

test('a model is known by its files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-model-'))
  expect(() => modelIn(join(folder, 'none'))).toThrow('there is no folder')
  writeFileSync(join(folder, 'encoder-epoch-99.int8.onnx'), '')
  expect(() => modelIn(folder)).toThrow(`${folder} lacks decoder*.onnx, tokens.txt`)
  writeFileSync(join(folder, 'decoder.onnx'), '')
  writeFileSync(join(folder, 'tokens.txt'), '')
  expect(modelIn(folder)).toEqual({ paraformer: { encoder: join(folder, 'encoder-epoch-99.int8.onnx'), decoder: join(folder, 'decoder.onnx') }, tokens: join(folder, 'tokens.txt') })
  writeFileSync(join(folder, 'joiner.onnx'), '')
  expect(Object.keys(modelIn(folder))).toEqual(['transducer', 'tokens'])
})
