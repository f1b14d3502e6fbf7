import { createTwoFilesPatch } from 'diff'
import type { FileDiff } from '../protocol.ts'
import type { LibraryFile } from './version-files.ts'

/** The files in which two versions differ, as unified diffs; a file that is not there counts as empty. */
export function fileDiffs(before: readonly LibraryFile[], after: readonly LibraryFile[]): readonly FileDiff[] {
  const [was, is] = [textsOf(before), textsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path): readonly FileDiff[] => {
    const [then = '', now = ''] = [was.get(path), is.get(path)]
    return then === now ? [] : [{ path, diff: createTwoFilesPatch(path, path, then, now, '', '', { context: 2 }) }]
  })
}

const textsOf = (files: readonly LibraryFile[]): ReadonlyMap<string, string> => new Map(files.map(({ path, text }) => [path, text]))
