import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import { scorecardFolder } from '../library/scorecards.ts'
import type { PublicationRow } from '../store/library-tables.ts'
import { withoutScorecards } from './held-scorecards.ts'
import { layOut, type LibraryFile, versionOf } from './version-files.ts'
import type { VersionStore } from './version-store.ts'

export interface PublisherTools {
  readonly versions: VersionStore
  /** Where versions are laid out for loading, and the JSON Schemas that belong to this program. */
  readonly shelf: string
  readonly schemas: string
  readonly now: () => number
  /** Puts the version in a folder into use, for calls that begin from now on. Rejects when it cannot be loaded. */
  readonly apply: (folder: string, version: string, kind: PublicationRow['kind']) => Promise<void>
  readonly failed: (error: unknown) => void
}
/** What is asked for when something is published. `at`: ms since the epoch, null for now. */
export interface Publishing {
  readonly version: string
  readonly kind: PublicationRow['kind']
  readonly draft: string | null
  readonly title: string
  readonly approverName: string | null
  readonly at: number | null
}

/** Keeps the words that are in use those that were last published. */
export class Publisher {
  readonly #tools: PublisherTools
  #used: string
  #settling: Promise<void> = Promise.resolve()
  #published = (): void => undefined

  /** `used`: the version that is in use at the start. */
  constructor(used: string, tools: PublisherTools) {
    this.#used = used
    this.#tools = tools
  }

  get used(): string {
    return this.#used
  }

  /**
   * Takes note of the files on disk: a version that was never seen before is a change that somebody made there, and is published at once;
   * otherwise what was published last counts. Resolves when the right version is in use.
   */
  async files(files: readonly LibraryFile[]): Promise<void> {
    const { versions, now } = this.#tools
    const known = await versions.current(now())
    const seen = known !== null && ((await versions.knows(versionOf(files))) || (await this.#cameWithProgram(files)))
    const version = await versions.keep(files, now())
    if (!seen) await versions.publish(publicationRow({ version, kind: 'files', draft: null, title: '', approverName: null, at: null }, null, now()))
    await this.settle()
  }

  /** Whether all that is new is that scorecards count among the words: a database of before knows these files without them, and no version with any. */
  async #cameWithProgram(files: readonly LibraryFile[]): Promise<boolean> {
    const { versions } = this.#tools
    return (await versions.knows(versionOf(withoutScorecards(files)))) && !(await versions.knowsFolder(scorecardFolder))
  }

  /** Publishes a kept version now or later. Throws SunlineError 'not found' for an unknown one, 'invalid payload' for a time that is past. */
  async publish(person: Person, publishing: Publishing): Promise<PublicationRow> {
    const { versions, now } = this.#tools
    if (!(await versions.knows(publishing.version))) throw new SunlineError('not found', `there is no version "${publishing.version}" of the script library`, 'version', `话术库没有“${publishing.version}”这一版`)
    if (publishing.at !== null && publishing.at < now()) throw new SunlineError('invalid payload', 'at: expected a time to come', 'at', '发布时间要在现在以后')
    const row = publicationRow(publishing, person, now())
    await versions.publish(row)
    this.#published()
    await this.settle()
    return row
  }

  /** `heard` is called when somebody has published something here. */
  onPublished(heard: () => void): void {
    this.#published = heard
  }

  /** Puts the version into use that should be by now. */
  settle(): Promise<void> {
    this.#settling = this.#settling.then(() => this.#settle()).catch(this.#tools.failed)
    return this.#settling
  }

  /** The folder of a version, laid out for loading. */
  async folder(version: string): Promise<string> {
    return layOut(await this.#tools.versions.files(version), this.#tools.shelf, this.#tools.schemas)
  }

  async #settle(): Promise<void> {
    const current = await this.#tools.versions.current(this.#tools.now())
    if (current === null || current.version === this.#used) return
    const { versions, shelf, schemas } = this.#tools
    // Beside the versions that come and go: what is in use is read again and again.
    await this.#tools.apply(await layOut(await versions.files(current.version), join(shelf, 'in-use'), schemas), current.version, current.kind)
    this.#used = current.version
  }
}

/** A publication by a person; null: by the files themselves. */
export const publicationRow = ({ version, kind, draft, title, approverName, at }: Publishing, person: Pick<Person, 'name'> & { readonly id: string | null } | null, now: number): PublicationRow => ({
  id: randomUUID(), version, kind, draft, title, author: person?.id ?? null, author_name: person?.name ?? '', approver_name: approverName, effective_at: at ?? now, created_at: now, cancelled_at: null,
})
