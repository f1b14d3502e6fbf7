import { randomUUID } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Audience } from '../live/audience.ts'
import type { KeptKind, PrivacyView } from '../privacy-view.ts'
import type { Store } from '../store/store.ts'
import { type Callers, callers, type InUse } from './callers.ts'
import { maskedAudience } from './masked-audience.ts'
import { masked } from './masked-entries.ts'
import { maskedJournal } from './masked-journal.ts'
import { callerHash, privacyKey } from './privacy-key.ts'
import { isNight, retire } from './retention.ts'
import { privacySettings, type SettingsOnDisk } from './settings.ts'

export interface PrivacyTools {
  readonly store: Store
  /** SUNLINE_PRIVACY_KEY; null: masks are final, and callers cannot be looked up. */
  readonly secret: string | null
  readonly inUse: InUse
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
}
export interface Privacy {
  /** The store, with a journal that holds masks only. */
  readonly store: Store
  /** An audience that sees masks where an administrator has so decided, and a screen in the same way. */
  readonly audience: (audience: Audience) => Audience
  readonly shown: <T>(screen: T) => T
  readonly settings: SettingsOnDisk
  readonly callers: Callers
  readonly view: () => Promise<PrivacyView>
  /** Writes down that something was erased. */
  readonly erased: (because: 'request' | 'retention', actor: string, reason: string, kind: string, erased: number) => Promise<void>
  /** Reads the settings, and from now on looks every ten minutes whether the nightly job is due. Resolves to what stops it. */
  readonly start: () => Promise<() => void>
}
const shownErasures = 50
const lookEveryMs = 600_000

/** All that the server does for personal data. */
export function newPrivacy({ store, secret, inUse, clock, logger }: PrivacyTools): Privacy {
  const { database } = store
  const { now } = clock
  const key = secret === null ? null : privacyKey(secret)
  const settings = privacySettings(database, key !== null, now)
  const erased: Privacy['erased'] = async (because, actor, reason, kind, count) =>
    void (await database.insertInto('erasures').values({ id: randomUUID(), at: now(), because, actor_name: actor, reason, kind, erased: count }).execute())
  const masks = (): boolean => settings.now().liveScreen === 'masked'
  let lastNight: number | null = null
  const night = async (): Promise<void> => {
    if (!isNight(lastNight, now())) return
    lastNight = now()
    await settings.load()
    const done = await retire(database, settings.now(), now(), inUse)
    for (const kind of Object.keys(done) as KeptKind[]) await erased('retention', '', '', kind, done[kind] ?? 0)
    logger.info({ erased: done }, 'retention has run')
  }
  return {
    store: { ...store, journal: maskedJournal(store.journal, () => (settings.now().reversible ? key : null)) },
    audience: (audience) => maskedAudience(audience, masks),
    shown: (screen) => (masks() ? masked(screen) : screen),
    settings,
    callers: callers({ database, hash: (number) => (secret === null ? null : callerHash(secret, number)), key, inUse, now }),
    view: async () => {
      const changed = await settings.load()
      const rows = await database.selectFrom('erasures').selectAll().orderBy('at', 'desc').limit(shownErasures).execute()
      return {
        settings: settings.now(),
        keyPresent: key !== null,
        ...changed,
        erasures: rows.map(({ id, at, because, actor_name: who, reason, kind, erased: count }) => ({ id, at, because, who, reason, kind, erased: count })),
      }
    },
    erased,
    start: async () => {
      await settings.load()
      return clock.every(lookEveryMs, () => void night().catch((error: unknown) => logger.error({ err: error }, 'retention could not run')))
    },
  }
}
