import type { BlastOrder } from '../authoring/blast-radius.ts'
import { remoteWorkshop } from '../authoring/remote-workshop.ts'
import { inProcess } from '../authoring/workshop-start.ts'
import './live-server.ts'

// The server under measurement, with a draft being tried on stored calls over and over, in the process where the product tries it.
const order = JSON.parse(process.env['SUNLINE_BENCH_BLAST'] ?? 'null') as BlastOrder | null
if (!order) throw new Error('SUNLINE_BENCH_BLAST names no draft')
const trials = remoteWorkshop(inProcess('idle'))
const again = (): void => {
  trials.do('blast', order).answer.then(again, (error: unknown) => {
    process.stderr.write(`${String(error)}\n`)
  })
}
again()
