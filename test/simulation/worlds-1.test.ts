import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { schedules } from './happenings.ts'
import { World } from './world.ts'

it('five thousand worlds of crashes, repeats and two writers break no promise', async () => {
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      expect(await new World().run(schedule)).toEqual([])
    }),
    { numRuns: 5_000, seed: 20262 },
  )
})
