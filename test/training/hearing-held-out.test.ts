import { expect, it } from 'vitest'
import { allFlows } from '../../flows/index.ts'
import type { Reaction } from '../../flows/reactions.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { isAgentFinding } from '../../server/live/hear-agent.ts'
import { type ByTemperament, loadCallerLines, temperaments } from '../../server/training/caller-lines.ts'
import { compileReactions, hearReaction } from '../../server/wording/reactions-heard.ts'

const library = loadLibrary(libraryRoot)
const { reactions } = loadCallerLines(libraryRoot)
const phrases = Object.fromEntries(library.reactions)
const offers = allFlows.flatMap(({ definition: { steps } }) =>
  Object.values(steps).flatMap((step) => (step.kind === 'say' || step.kind === 'ask' ? [(Object.keys(step.on) as Reaction[]).filter((id) => !isAgentFinding.has(id))] : [])),
)
const linesOf = (spoken: ByTemperament, wanted: (temperament: string) => boolean): readonly string[] => Object.entries(spoken).flatMap(([temperament, lines]) => (wanted(temperament) ? lines : []))

/** How lines of one temperament are heard by a model that has learnt only those of the other four. */
function heldOut(temperament: string) {
  const model = compileReactions(phrases, Object.fromEntries([...reactions].map(([id, spoken]) => [id, linesOf(spoken, (each) => each !== temperament)])))
  const trials = [...reactions].flatMap(([id, spoken]) => {
    const steps = offers.filter((offered) => offered.includes(id as Reaction)).slice(0, 3)
    return linesOf(spoken, (each) => each === temperament).flatMap((line) => steps.map((offered) => ({ id, heard: hearReaction(model, line, offered) })))
  })
  const certain = trials.filter(({ heard }) => heard?.certain)
  const right = certain.filter(({ id, heard }) => heard?.reaction === id)
  return { right: right.length / trials.length, wrong: (certain.length - right.length) / trials.length }
}

it.each(temperaments)('most of what %s callers say is heard without having been learnt, and hardly any is misheard', (temperament) => {
  const { right, wrong } = heldOut(temperament)
  expect(right).toBeGreaterThan(0.8)
  expect(wrong).toBeLessThan(0.01)
})
