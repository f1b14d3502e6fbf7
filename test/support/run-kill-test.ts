import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { machine, writeMarked } from '../../server/bench/marked-document.ts'
import { killNine } from './kill-nine.ts'

// npm run -s kill-test [-- KILLS] [--calls N] [--built] [--write-docs]: the whole product, killed again and again. Exits with 1 when anything was lost or looks different.
// --built: what `npm run build` made, as it is deployed, in place of the sources. --write-docs: the result to docs/reliability.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { calls: { type: 'string', default: '12' }, built: { type: 'boolean', default: false }, 'write-docs': { type: 'boolean', default: false } },
})
const [kills, calls] = [Number(positionals[0] ?? 50), Number(values.calls)]
const entry = fileURLToPath(new URL(values.built ? '../../server/dist/main.js' : '../../server/main.ts', import.meta.url))
const report = await killNine({ entry, kills, calls, seed: 20_261_122, told: (words) => void process.stderr.write(`${words}\n`) })
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
if (values['write-docs']) {
  const { acknowledged, compared, slowestStartMs, lost, differing } = report
  writeMarked('reliability.md', 'kills', [
    `\`npm run -s kill-test -- ${process.argv.slice(2).join(' ')}\`. ${machine()}`,
    '',
    '| kills | calls | finals acknowledged | of them lost | screens compared after a restart | of them different, or other at the end than without kills | slowest start |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    `| ${String(kills)} | ${String(calls)} | ${String(acknowledged)} | ${String(lost.length)} | ${String(compared)} | ${String(differing.length)} | ${String(slowestStartMs)} ms |`,
  ])
}
process.exit(report.lost.length === 0 && report.differing.length === 0 ? 0 : 1)
