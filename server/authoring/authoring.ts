import type { FastifyInstance } from 'fastify'
import { authoringRoutes } from '../routes/authoring.ts'
import type { Store } from '../store/store.ts'
import { AuthoringDesk } from './authoring-desk.ts'
import { DraftReviews } from './draft-review.ts'
import { draftStore } from './draft-store.ts'
import { FlowDrafts } from './flow-drafts.ts'
import { Publisher, type PublisherTools } from './publisher.ts'
import { filesIn } from './version-files.ts'
import { remoteWorkshop } from './remote-workshop.ts'
import type { TrialPriority } from './stand-back.ts'
import { type VersionStore, versionStore } from './version-store.ts'
import { inProcess, inThread } from './workshop-start.ts'

export interface AuthoringParts {
  readonly store: Store
  readonly databaseUrl: string
  /** The library that comes with the program, and the version that was loaded from it. */
  readonly root: string
  readonly used: string
  /** Where versions are laid out for loading; may be deleted while the server is down. */
  readonly shelf: string
  readonly fourEyes: boolean
  readonly trialPriority: TrialPriority
  readonly now: () => number
  readonly apply: PublisherTools['apply']
  readonly failed: (error: unknown) => void
  /** Hears of a trial whose course could not be written down. */
  readonly troubled: (error: unknown) => void
}
/** Changing the words: drafts, reviews, publications. */
export interface Authoring {
  readonly versions: VersionStore
  readonly publisher: Publisher
  readonly routes: (app: FastifyInstance) => void
  /** Takes note of the files on disk. Resolves when the words that were last published are in use. */
  readonly filesChanged: () => Promise<void>
  /** Puts what is due into use. */
  readonly tick: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** A trial's process holds two whole versions; it is let go when no other follows. */
const trialIdleMs = 5 * 60_000

export function authoring({ store, databaseUrl, root, used, shelf, fourEyes, trialPriority, now, apply, failed, troubled }: AuthoringParts): Authoring {
  const versions = versionStore(store.database)
  const schemas = `${root}/schema`
  const publisher = new Publisher(used, { versions, shelf, schemas, now, apply, failed })
  const thread = remoteWorkshop(inThread)
  const trials = remoteWorkshop(inProcess(trialPriority), { idleMs: trialIdleMs })
  const desk = new AuthoringDesk({ drafts: draftStore(store.database, versions), versions, publisher, thread, trials, shelf, schemas, databaseUrl, fourEyes, now, failed: troubled })
  return {
    versions,
    publisher,
    routes: (app) => authoringRoutes(app, desk, new DraftReviews(desk), new FlowDrafts(desk)),
    filesChanged: () => publisher.files(filesIn(root)),
    tick: () => publisher.settle(),
    stop: async () => {
      await thread.stop()
      await trials.stop()
    },
  }
}
