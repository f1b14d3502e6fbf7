import { parentPort, workerData } from 'node:worker_threads'
import { callTally, type CallTally } from './call-tally.ts'
import { openDatabase } from './database.ts'

// A thread for one sum over all calls: it may take seconds, and the calls on the line must not wait for it.
const { file, what } = workerData as { readonly file: string; readonly what: keyof CallTally }
const database = openDatabase(file)
const sum = await callTally(database)[what]()
await database.destroy()
parentPort?.postMessage(sum)
