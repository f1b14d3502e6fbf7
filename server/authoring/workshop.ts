import { basename } from 'node:path'
import { diskCache } from '../library/derived-cache.ts'
import type { Fault } from '../library/fault.ts'
import type { Library } from '../library/library.ts'
import { loadLibrary } from '../library/load-library.ts'
import { derivedFolder } from '../library/root.ts'
import { libraryEngine, libraryRules } from '../live/library-engine.ts'
import type { LiveEngine } from '../live/ports.ts'
import type { RuleSet } from '../wording/compiled-rules.ts'
import { openDatabase } from '../store/database.ts'
import { blastRadius } from './blast-radius.ts'
import { findItems } from './find-items.ts'
import { flowParts } from './flow-parts.ts'
import { libraryChanges } from './library-changes.ts'
import { libraryFaults } from './library-faults.ts'
import { readableChanges } from './readable-changes.ts'
import { scorecardParts } from './scorecard-parts.ts'
import type { Progress, WorkshopAnswer, WorkshopAsked } from './workshop-orders.ts'

interface Version {
  readonly library: Library
  readonly engine: LiveEngine
  readonly rules: RuleSet
}
/** Versions kept ready at once, and versions whose faults are remembered. */
const mostKept = 3
const mostChecked = 50

/** Where changes of the words are checked and tried. One order after the other, but a blast radius lets others in between. */
export class Workshop {
  readonly #kept = new Map<string, Version>()
  readonly #checked = new Map<string, readonly Fault[]>()

  /** Every fault of a version: of its words, and of its flows spoken with them. What is as it was in `base` is taken to be sound. */
  check({ folder, base }: WorkshopAsked<'check'>): WorkshopAnswer<'check'> {
    if (basename(folder) === basename(base)) return []
    const key = `${basename(folder)} ${basename(base)}`
    const known = this.#checked.get(key)
    if (known) return known
    const faults = this.#check(folder, base)
    if (this.#checked.size >= mostChecked) this.#checked.clear()
    this.#checked.set(key, faults)
    return faults
  }

  #check(folder: string, base: string): readonly Fault[] {
    const { library } = this.#version(base)
    return libraryFaults(folder, { library, wanted: (entry) => JSON.stringify(entry) !== JSON.stringify(library.phrases.get(entry.ref)) })
  }

  changes({ before, after }: WorkshopAsked<'changes'>): WorkshopAnswer<'changes'> {
    const [was, is] = [this.#version(before).library, this.#version(after).library]
    return readableChanges(libraryChanges(was, is).entries, was, is)
  }

  find({ folder, base, query, kind }: WorkshopAsked<'find'>): WorkshopAnswer<'find'> {
    const sound = this.check({ folder, base }).length === 0
    return findItems(this.#version(sound ? folder : base).library, query, kind)
  }

  flowParts({ folder }: WorkshopAsked<'flow parts'>): WorkshopAnswer<'flow parts'> {
    return flowParts(this.#version(folder).library)
  }

  scorecardParts({ folder }: WorkshopAsked<'scorecard parts'>): WorkshopAnswer<'scorecard parts'> {
    return scorecardParts(this.#version(folder).library)
  }

  /** What each version makes of a sentence said by itself. */
  try({ folders, text, speaker, scenario, now }: WorkshopAsked<'try'>): WorkshopAnswer<'try'> {
    return folders.map((folder) => {
      const { engine } = this.#version(folder)
      const findings = engine.checkTurn(text, { speaker, scenario, step: null, phase: null, team: null, facts: {}, history: [], interim: false, now })
      return { findings, cues: speaker === 'caller' ? engine.cues(text, []).map(({ id, label, match }) => ({ id, label, match })) : [] }
    })
  }

  async blast(order: WorkshopAsked<'blast'>, progress: (progress: Progress) => void, cancelled: () => boolean): Promise<WorkshopAnswer<'blast'>> {
    const database = await openDatabase(order.databaseUrl)
    try {
      const changes = libraryChanges(this.#version(order.base).library, this.#version(order.draft).library)
      return await blastRadius(order, { base: this.#version(order.base), draft: this.#version(order.draft), changes, database, progress, cancelled })
    } finally {
      await database.destroy()
    }
  }

  #version(folder: string): Version {
    const key = basename(folder)
    const known = this.#kept.get(key)
    if (known) return known
    const cache = diskCache(derivedFolder)
    const library = loadLibrary(folder, cache)
    let made: LiveEngine | null = null
    let compiled: RuleSet | null = null
    const version: Version = {
      library,
      // What only checks and compares needs no engine, which is dear.
      get engine() {
        return (made ??= libraryEngine(library, cache))
      },
      get rules() {
        return (compiled ??= libraryRules(library, cache))
      },
    }
    const [oldest] = this.#kept.keys()
    if (this.#kept.size >= mostKept && oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(key, version)
    return version
  }
}
