import { Worker } from 'node:worker_threads'

/**
 * Has another thread parse, check and learn a changed library into the cache in `folder`, so that calls are not held up by it.
 * Resolves when that is done or has failed: loading from the cache then is quick, or says what is wrong.
 */
export function prepareLibrary(root: string, folder: string): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./start-prepare-worker.mjs', import.meta.url), { workerData: { root, folder } })
    worker.once('error', () => resolve())
    worker.once('exit', () => resolve())
  })
}
