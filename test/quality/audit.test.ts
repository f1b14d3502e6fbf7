import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AuditEntry, AuditFault } from '../../server/quality/audit-entry.ts'
import { readCsv, readJsonl } from '../../server/quality/audit-input.ts'
import { csvHeader, csvLines, findingRows, jsonLine, writeWorkbook } from '../../server/quality/audit-output.ts'
import { AuditSummary } from '../../server/quality/audit-summary.ts'
import { audit, type AuditResult } from '../../server/quality/audit.ts'
import { ruleSet } from '../wording/library.ts'

const rules = ruleSet(
  { id: 'duty', patterns: ['不归我们?管'], say_instead: '我来跟进' },
  { id: 'wait', severity: 'warn', patterns: ['再等等'], after_caller: { turns: 1, any: ['多久'] } },
)
async function* chunks(...parts: readonly (string | Buffer)[]): AsyncGenerator<string | Buffer> {
  for (const part of parts) yield part
}
async function run(entries: AsyncIterable<AuditEntry | AuditFault>): Promise<(AuditResult | AuditFault)[]> {
  const results: (AuditResult | AuditFault)[] = []
  for await (const result of audit(entries, rules, 0)) results.push(result)
  return results
}

describe('JSON Lines', () => {
  test('each line comes back with its ids and findings', async () => {
    const results = await run(readJsonl(chunks('{"dialogue":"d1","turn":3,"text":"这个不归我管"}\n{"id":7,"text":"好的"}\n')))
    expect(results.map((result) => jsonLine(result))).toEqual([
      '{"dialogue":"d1","turn":3,"findings":[{"rule":"duty","category":"试","severity":"block","match":"不归我管","start":2,"end":6,"sayInstead":"我来跟进"}]}',
      '{"id":7,"findings":[]}',
    ])
  })
  test('lines of one dialogue are one call, also between those of another', async () => {
    const lines = [
      { dialogue: 'a', speaker: 'caller', text: '还要多久' },
      { dialogue: 'b', speaker: 'caller', text: '你好' },
      { dialogue: 'a', speaker: 'agent', text: '您再等等' },
      { dialogue: 'b', speaker: 'agent', text: '您再等等' },
    ]
    const results = await run(readJsonl(chunks(lines.map((line) => JSON.stringify(line)).join('\n'))))
    expect(results.map((result) => 'findings' in result && result.findings.length)).toEqual([0, 0, 1, 0])
  })
  test('a character cut between two chunks, a byte order mark and Windows line ends', async () => {
    const bytes = Buffer.from('\ufeff{"text":"不归我管"}\r\n\r\n{"text":"好"}')
    const results = await run(readJsonl(chunks(bytes.subarray(0, 15), bytes.subarray(15))))
    expect(results).toMatchObject([{ findings: [{ match: '不归我管' }] }, { entry: { line: 3 }, findings: [] }])
  })
  test('faulty lines are named and passed over', async () => {
    const results = await run(readJsonl(chunks('{"text":\n[1]\n{"txt":"a"}\n{"text":5}\n{"text":"a","speaker":"robot"}\n{"text":"不归我管"}\n', `{"text":"${'长'.repeat(1_000_001)}`, '"}\n{"text":"好"}')))
    expect(results.map((result) => ('error' in result ? result.error.slice(0, 30) : result.findings.length))).toEqual([
      expect.stringContaining('line 1: not JSON'),
      'line 2: not an object with a "',
      'line 3: "text" is missing',
      'line 4: "text" is not a string',
      'line 5: "speaker" must be agen',
      1,
      'line 7: longer than 1000000 ch',
      0,
    ])
  })
})

test('CSV with a header, quoted line breaks and a broken row', async () => {
  const results = await run(readCsv(chunks('dialogue,speaker,text\nd1,caller,"还要\n多久"\nd1,,您再等等\nd2\nd2,agent,bro"ken\nd2,agent,不归我管\n')))
  expect(results.map((result) => ('error' in result ? 'fault' : result.findings.map(({ rule }) => rule)))).toEqual([[], ['wait'], 'fault', [], ['duty']])
})

test('summary, CSV and workbook', async () => {
  const lines = ['{"agent":"王","dialogue":"d","text":"不归我管，不归我们管"}', '{"agent":"李","dialogue":"e","text":"=1+1不归我管"}', 'x']
  const results = await run(readJsonl(chunks(lines.join('\n'))))
  const summary = new AuditSummary()
  for (const result of results) summary.add(result)
  const report = summary.report()
  expect(report).toEqual({
    lines: 3,
    faults: 1,
    linesWithFindings: 2,
    byRule: [{ rule: 'duty', category: '试', severity: 'block', findings: 3 }],
    byAgent: [
      { id: '王', lines: 1, block: 2, warn: 0, hint: 0 },
      { id: '李', lines: 1, block: 1, warn: 0, hint: 0 },
    ],
    byDialogue: [
      { id: 'd', lines: 1, block: 2, warn: 0, hint: 0 },
      { id: 'e', lines: 1, block: 1, warn: 0, hint: 0 },
    ],
  })
  expect(csvHeader()).toMatch(/^\ufeffline,dialogue,turn,agent/)
  expect(csvLines(results[1] ?? { line: 0, error: '' })).toContain(",'=1+1不归我管,")
  const folder = mkdtempSync(join(tmpdir(), 'audit-'))
  try {
    const path = join(folder, 'audit.xlsx')
    await writeWorkbook(path, results.flatMap(findingRows), report)
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
