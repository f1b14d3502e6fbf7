import { fileURLToPath } from 'node:url'

/** The folder of the scripts library that comes with the program. */
export const libraryRoot: string = fileURLToPath(new URL('../../scripts-library', import.meta.url))
/** Where what follows from the library is kept between starts. Safe to delete. */
export const derivedFolder: string = fileURLToPath(new URL('../../data/local/derived', import.meta.url))
