import type { BlastOrder } from '../authoring/blast-radius.ts'
import { workshopThread } from '../authoring/workshop-thread.ts'
import './live-server.ts'

// The server under measurement, with a draft being tried on stored calls over and over, in the thread where the product tries it.
const order = JSON.parse(process.env['SUNLINE_BENCH_BLAST'] ?? 'null') as BlastOrder | null
if (!order) throw new Error('SUNLINE_BENCH_BLAST names no draft')
const thread = workshopThread({ standsBack: true })
const again = (): void => {
  thread.do('blast', order).answer.then(again, (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
  })
}
again()
