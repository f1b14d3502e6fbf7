import { workerData } from 'node:worker_threads'
import { libraryEngine } from '../live/library-engine.ts'
import { diskCache } from './derived-cache.ts'
import { loadLibrary } from './load-library.ts'

const { root, folder } = workerData as { readonly root: string; readonly folder: string }
const cache = diskCache(folder)
libraryEngine(loadLibrary(root, cache), cache)
