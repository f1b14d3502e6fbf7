import { isScorecardFile, programScorecardFiles } from '../library/scorecards.ts'
import { byPath, type LibraryFile } from './version-files.ts'

/** The files of a version together with the scorecards that hold with it: those of the program where it brings none along. */
export const withScorecards = (files: readonly LibraryFile[]): readonly LibraryFile[] =>
  files.some(({ path }) => isScorecardFile(path)) ? files : byPath([...files, ...programScorecardFiles()])

/** The same files as a program kept them that did not count its scorecards among the words. */
export const withoutScorecards = (files: readonly LibraryFile[]): readonly LibraryFile[] => files.filter(({ path }) => !isScorecardFile(path))
