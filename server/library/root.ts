import { fileURLToPath } from 'node:url'

/** The folder of the scripts library that comes with the program. */
export const libraryRoot: string = fileURLToPath(new URL('../../scripts-library', import.meta.url))
