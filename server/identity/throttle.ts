import { sql } from 'kysely'
import { SunlineError } from '../errors.ts'
import type { Database } from '../store/database.ts'

/** Failed sign-ins after which no more are looked at for a while. */
export interface Throttle {
  /** Counts an attempt before it is looked at. Throws SunlineError 'too many requests' when there were too many. */
  readonly attempt: (login: string, address: string) => Promise<void>
  /** The attempt succeeded: it is not held against anyone. */
  readonly succeeded: (login: string, address: string) => Promise<void>
  /** Lets go of what is long past. */
  readonly sweep: () => Promise<void>
}
/** ms after the last failure until everything is forgotten. */
const rememberedMs = 15 * 60_000
/**
 * One login from one address; one login from anywhere; one address with any logins. The first is strict. The second is loose, so that a
 * stranger can hardly lock a person out. The third is looser still: a whole centre may share an address, and mistype on a Monday morning.
 */
const most = { pair: 5, login: 30, address: 200 } as const

export function throttle(database: Database, now: () => number): Throttle {
  const subjects = (login: string, address: string): readonly (readonly [string, number])[] => [
    [`pair ${login.toLowerCase()} ${address}`, most.pair],
    [`login ${login.toLowerCase()}`, most.login],
    [`address ${address}`, most.address],
  ]
  /** Counted first and looked at afterwards, so that attempts at the same moment all count. Over the limit the time stands still: the lock ends. */
  const count = async (subject: string, limit: number): Promise<number> => {
    const at = now()
    const { failures } = await database
      .insertInto('sign_in_failures')
      .values({ subject, failures: 1, last_at: at })
      .onConflict((on) =>
        on.column('subject').doUpdateSet({
          failures: sql<number>`case when sign_in_failures.last_at < ${at - rememberedMs} then 1 else sign_in_failures.failures + 1 end`,
          last_at: sql<number>`case when sign_in_failures.failures > ${limit} and sign_in_failures.last_at >= ${at - rememberedMs} then sign_in_failures.last_at else ${at} end`,
        }),
      )
      .returning('failures')
      .executeTakeFirstOrThrow()
    return failures
  }
  return {
    attempt: async (login, address) => {
      for (const [subject, limit] of subjects(login, address)) {
        if ((await count(subject, limit)) > limit) throw new SunlineError('too many requests', 'too many failed sign-ins; wait 15 minutes, or ask an administrator for a new link')
      }
    },
    succeeded: async (login, address) => {
      const [pair, ...others] = subjects(login, address).map(([subject]) => subject)
      await database.deleteFrom('sign_in_failures').where('subject', '=', pair ?? '').execute()
      await database.updateTable('sign_in_failures').set({ failures: sql<number>`failures - 1` }).where('subject', 'in', others).where('failures', '>', 0).execute()
    },
    sweep: async () => void (await database.deleteFrom('sign_in_failures').where('last_at', '<', now() - rememberedMs).execute()),
  }
}
