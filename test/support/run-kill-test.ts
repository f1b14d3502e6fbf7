import { fileURLToPath } from 'node:url'
import { killNine } from './kill-nine.ts'

// npm run -s kill-test [-- KILLS]: the whole product, killed again and again. Exits with 1 when anything was lost or looks different.
const kills = Number(process.argv[2] ?? 50)
const entry = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const report = await killNine({ entry, kills, calls: 12, seed: 20_261_122 })
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
process.exit(report.lost.length === 0 && report.differing.length === 0 ? 0 : 1)
