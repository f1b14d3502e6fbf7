import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

/** Puts lines between the marks `<!-- NAME: begin -->` and `<!-- NAME: end -->` of a document of `docs/`, in place of what stood there. Returns the file. Throws when its marks are gone. */
export function writeMarked(document: string, name: string, lines: readonly string[]): string {
  const file = fileURLToPath(new URL(`../../docs/${document}`, import.meta.url))
  const text = readFileSync(file, 'utf8')
  const from = `<!-- ${name}: begin -->`
  const start = text.indexOf(from)
  const end = text.indexOf(`<!-- ${name}: end -->`)
  if (start < 0 || end < start) throw new Error(`${file} lacks the marks of "${name}"`)
  writeFileSync(file, text.slice(0, start) + [from, '', ...lines, ''].join('\n') + text.slice(end))
  return file
}

/** When and on what something was measured, as a sentence. */
export function machine(): string {
  const [first] = cpus()
  return `Measured ${new Date().toISOString().slice(0, 10)}: ${first?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, ${String(Math.round(totalmem() / 2 ** 30))} GiB, Linux ${release()}, Node ${process.versions.node} (V8 ${process.versions.v8}).`
}
