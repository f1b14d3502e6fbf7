import { parentPort, workerData } from 'node:worker_threads'
import { openFile } from './sqlite-file.ts'
import type { Addition } from './journal-commit.ts'
import { sqliteCommit } from './sqlite-commit.ts'

// The thread that writes: waiting for the disk must not hold up the calls.
const { file } = workerData as { readonly file: string }
const sqlite = openFile(file)
const commit = sqliteCommit(sqlite)

parentPort?.on('message', (batch: readonly Addition[] | 'stop') => {
  if (batch === 'stop') {
    sqlite.close()
    parentPort?.close()
    return
  }
  void commit(batch).then((refusals) => parentPort?.postMessage(refusals))
})
