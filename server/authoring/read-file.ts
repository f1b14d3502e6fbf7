import { load } from 'js-yaml'
import { SunlineError } from '../errors.ts'
import type { LibraryFile } from './version-files.ts'

/** The refusal of a change for a file in which nothing can be found. */
export const unreadable = (path: string): SunlineError => new SunlineError('invalid payload', `${path} cannot be read; mend the file first`, 'id', `${path} 读不出来；先改好这个文件`)

/** What a YAML file of a draft holds. Throws SunlineError 'invalid payload' for one that cannot be read. */
export function readYaml({ path, text }: LibraryFile): unknown {
  try {
    return load(text)
  } catch {
    throw unreadable(path)
  }
}
