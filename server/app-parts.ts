import type { FastifyBaseLogger } from 'fastify'
import type { Authoring } from './authoring/authoring.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Recogniser } from './audio/recogniser.ts'
import type { Library } from './library/library.ts'
import type { Meters } from './live/meters.ts'
import type { LiveEngine } from './live/ports.ts'
import type { ScenarioCard, ScenarioPage } from './protocol.ts'
import type { Sample } from './samples/sample-file.ts'
import type { Store } from './store/store.ts'
import type { CallerLines } from './training/caller-lines.ts'

/** What a server is put together from. */
export interface AppParts {
  readonly config: Config
  readonly engine: LiveEngine
  /** The engine that a new call keeps; without it, `engine`. */
  readonly engineForCall?: () => LiveEngine
  /** The engine of a version that an earlier call began with; without it, calls are brought back with `engineForCall`. */
  readonly engineOf?: (version: string) => Promise<LiveEngine | null>
  readonly scenarios: () => readonly ScenarioCard[]
  readonly scenarioPage: (id: string) => ScenarioPage | null
  /** For the pages that count how it is used; without it there are none. */
  readonly library?: () => Library
  /** Where the words in use stand just now, to be read by another thread; without it, the folder of the program. */
  readonly libraryFolder?: () => string
  /** Where kept versions of the words are laid out. */
  readonly versionsFolder: string
  readonly samples: readonly Sample[]
  /** Changing the words; without it they only change on disk. */
  readonly authoring?: Authoring
  /** What simulated callers say; without it, or without `library`, there are no drills. */
  readonly callerLines?: CallerLines
  /** Closed when the server stops. */
  readonly store: Store
  readonly clock: Clock
  readonly logger: FastifyBaseLogger
  /** The built page. */
  readonly clientFolder: string
  /** Turns audio into text; without it, the one that is configured. */
  readonly recogniser?: Recogniser
  /** Told of each transcript event once it is handled, for measuring. */
  readonly handled?: Meters['handled']
}
