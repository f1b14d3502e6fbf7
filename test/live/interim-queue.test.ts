import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { interimQueue } from '../../server/live/interim-queue.ts'

/** A queue whose every reading takes `costMs` of a clock that stands still otherwise. */
function slowQueue(costMs: number) {
  const read: string[] = []
  let now = 0
  let superseded = 0
  const queue = interimQueue<string>(
    (text) => {
      read.push(text)
      now += costMs
    },
    () => (superseded += 1),
    () => now,
  )
  return { queue, read, superseded: () => superseded }
}

test('in time, an interim is read when it comes', () => {
  const { queue, read } = slowQueue(1)
  queue.add('u1', 'one')
  queue.add('u2', 'two')
  expect(read).toEqual(['one', 'two'])
  expect(queue.waiting()).toBe(0)
})

test('behind time, only the latest text of each utterance is read, in the order in which they began to wait', async () => {
  const { queue, read, superseded } = slowQueue(4)
  queue.add('u1', 'read at once')
  queue.add('u1', 'first of one')
  queue.add('u2', 'first of two')
  queue.add('u1', 'latest of one')
  expect(queue.waiting()).toBe(2)
  await nextTurn()
  expect(read).toEqual(['read at once', 'latest of one'])
  await nextTurn()
  expect(read).toEqual(['read at once', 'latest of one', 'first of two'])
  expect(superseded()).toBe(1)
})

test('what waits is bounded by the utterances, however much is sent', () => {
  const { queue } = slowQueue(4)
  for (let number = 0; number < 10_000; number += 1) queue.add(`u${String(number % 3)}`, String(number))
  expect(queue.waiting()).toBe(3)
})

test('an interim whose utterance became final is not read any more', async () => {
  const { queue, read } = slowQueue(4)
  queue.add('u1', 'read at once')
  queue.add('u2', 'too late')
  queue.drop('u2')
  await nextTurn()
  expect(read).toEqual(['read at once'])
})
