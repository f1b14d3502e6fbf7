import type { Database } from '../store/database.ts'

/** Calls erased in one transaction, so that live calls never wait long for the disk. */
const callsAtOnce = 20

/**
 * Erases calls with all that was made of them: journal, originals, reviews, evaluations, comments, clips, messages that wait. Resolves to how many there were.
 * The hash chains of other calls are not touched, since every call has its own.
 */
export async function eraseCalls(database: Database, ids: readonly string[]): Promise<number> {
  let erased = 0
  for (let from = 0; from < ids.length; from += callsAtOnce) {
    const some = ids.slice(from, from + callsAtOnce)
    await database.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('journal').where('call_id', 'in', some).execute()
      await transaction.deleteFrom('journal_before_chain').where('call_id', 'in', some).execute()
      await transaction.deleteFrom('webhook_outbox').where('call_id', 'in', some).execute()
      await transaction.deleteFrom('drills').where('id', 'in', some).execute()
      // Everything else refers to the call and goes with it.
      const { numDeletedRows } = await transaction.deleteFrom('calls').where('id', 'in', some).executeTakeFirst()
      erased += Number(numDeletedRows)
    })
  }
  return erased
}
