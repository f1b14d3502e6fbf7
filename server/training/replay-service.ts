import type { FastifyInstance } from 'fastify'
import type { People } from '../identity/people.ts'
import { replayNoteRoutes } from '../routes/replay-notes.ts'
import { replayRoutes } from '../routes/replays.ts'
import type { Sample } from '../samples/sample-file.ts'
import { knownVersions } from './known-versions.ts'
import { lookLog } from './look-log.ts'
import { type ReplayParts, replays as newReplays } from './replays.ts'
import { replayThread } from './replay-thread.ts'
import { storedVersions } from './stored-versions.ts'

export interface ReplayServiceParts extends Omit<ReplayParts, 'thread' | 'versions'> {
  /** Where the words in use stand just now, where kept versions are laid out, and further folders with other versions. */
  readonly libraryFolder: () => string
  readonly versionsFolder: string
  readonly otherLibraries: readonly string[]
  readonly samples: readonly Sample[]
  readonly named: People['named']
}
/** Replays of stored calls for the server. */
export interface ReplayService {
  readonly routes: (app: FastifyInstance) => void
  readonly stop: () => Promise<void>
}

export function replayService({ libraryFolder, versionsFolder, otherLibraries, samples, named, ...parts }: ReplayServiceParts): ReplayService {
  const { database, engine, now } = parts
  const thread = replayThread()
  const versions = knownVersions(() => ({ folder: libraryFolder(), version: engine.version }), storedVersions(database, versionsFolder), otherLibraries, thread)
  const replays = newReplays({ ...parts, thread, versions })
  return {
    routes: (app) => {
      replayRoutes(app, { replays, versions, database, engine, samples, lookedAt: lookLog(database, now), named })
      replayNoteRoutes(app, { replays, database, now })
    },
    stop: thread.stop,
  }
}
