import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import type { Database } from '../store/database.ts'

const scheduler = fsrs({ enable_fuzz: false })

/** How well a scenario was recalled, by the score of a drill (0–100). */
export function ratingOf(passed: boolean, total: number): Rating.Again | Rating.Hard | Rating.Good | Rating.Easy {
  if (!passed) return Rating.Again
  if (total < 88) return Rating.Hard
  return total < 97 ? Rating.Good : Rating.Easy
}

/**
 * Notes a drill of a scenario and says when it should be practised again, ms since the epoch.
 * The schedule is FSRS (Ye and others 2022, package ts-fsrs): what is failed comes back within minutes, what is mastered after days, weeks, months.
 */
export async function practised(database: Database, person: string, scenario: string, passed: boolean, total: number, now: number): Promise<number> {
  const known = await database.selectFrom('skills').select('card').where('person', '=', person).where('scenario', '=', scenario).executeTakeFirst()
  const before = known ? revived(known.card) : createEmptyCard(new Date(now))
  const { card } = scheduler.next(before, new Date(now), ratingOf(passed, total))
  const row = { person, scenario, card: JSON.stringify(card), due_at: card.due.getTime() }
  await database.insertInto('skills').values(row).onConflict((on) => on.columns(['person', 'scenario']).doUpdateSet({ card: row.card, due_at: row.due_at })).execute()
  return row.due_at
}

/** Scenarios that a person should practise again by now, longest due first. */
export async function dueScenarios(database: Database, person: string, now: number): Promise<readonly { readonly scenario: string; readonly due_at: number }[]> {
  return database.selectFrom('skills').select(['scenario', 'due_at']).where('person', '=', person).where('due_at', '<=', now).orderBy('due_at').execute()
}

/** The chance, 0–1, that a scenario would be recalled at a moment, by FSRS's forgetting curve. `card`: as the table `skills` keeps it; `now`: ms since the epoch. */
export const recallAt = (card: string, now: number): number => scheduler.get_retrievability(revived(card), new Date(now), false)

function revived(text: string): Card {
  const card = JSON.parse(text) as Card & { readonly due: string; readonly last_review?: string }
  const { last_review: reviewed, ...rest } = card
  return { ...rest, due: new Date(card.due), ...(reviewed === undefined ? {} : { last_review: new Date(reviewed) }) }
}
