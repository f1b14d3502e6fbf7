import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { libraryRoot } from '../../server/library/root.ts'

/** A copy of the library in which the words `from` of a file read `to`. */
export interface OtherLibrary {
  readonly folder: string
  readonly remove: () => void
}

/** Copies the library and changes every place of one file that reads `from`. Throws when none does. */
export function otherLibrary(file: string, from: string, to: string): OtherLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'sunline-library-'))
  cpSync(libraryRoot, folder, { recursive: true })
  const text = readFileSync(join(folder, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`)
  writeFileSync(join(folder, file), text.replaceAll(from, to))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
