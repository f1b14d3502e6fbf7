import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from './database.ts'
import { databaseCommit, type Addition } from './journal-commit.ts'

// The thread that writes: waiting for the disk must not hold up the calls.
const { file } = workerData as { readonly file: string }
const database = openDatabase(file)
const commit = databaseCommit(database)

parentPort?.on('message', (batch: readonly Addition[] | 'stop') => {
  if (batch === 'stop') {
    void database.destroy().then(() => parentPort?.close())
    return
  }
  void commit(batch).then((refusals) => parentPort?.postMessage(refusals))
})
