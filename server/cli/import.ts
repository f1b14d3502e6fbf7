import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { SunlineError } from '../errors.ts'
import { people } from '../identity/people.ts'
import { diskCache } from '../library/derived-cache.ts'
import { loadLibrary } from '../library/load-library.ts'
import { derivedFolder, libraryRoot } from '../library/root.ts'
import { maskNumber } from '../live/call-details.ts'
import { libraryEngine } from '../live/library-engine.ts'
import { maskedJournal } from '../privacy/masked-journal.ts'
import { openSimpleStore } from '../store/store.ts'
import { importable, readTranscriptFile } from '../training/import-file.ts'
import { importJournal } from '../training/import-journal.ts'
import { closedCall } from '../training/made-call.ts'
import type { Command } from './output.ts'

/** `import FILE`: a transcript from outside becomes a stored call that can be replayed. */
export const importCommand: Command = {
  usage: 'import FILE [--agent NUMBER|LOGIN|NAME] [--queue NAME] [--caller NUMBER] [--started 2026-06-01T09:00:00+08:00] [--scenario ID]',
  summary: `make the transcript of a call (${importable.map((ending) => `.${ending}`).join(', ')}) a stored call that can be replayed`,
  run: async (args, output) => {
    const text = { type: 'string', default: '' } as const
    const { values, positionals } = parseArgs({ args: [...args], options: { agent: text, queue: text, caller: text, started: text, scenario: text }, allowPositionals: true })
    const [file] = positionals
    const started = values.started === '' ? null : Date.parse(values.started)
    if (file === undefined || Number.isNaN(started)) {
      output.fail(`usage: ${importCommand.usage}`)
      return 2
    }
    const turns = readTranscriptFile(basename(file), readText(file))
    const config = readConfig(process.env)
    const derived = diskCache(derivedFolder)
    const engine = libraryEngine(loadLibrary(libraryRoot, derived), derived)
    if (values.scenario !== '' && engine.flowInfo(values.scenario) === null) throw new SunlineError('not found', `there is no scenario "${values.scenario}"`, 'scenario')
    const store = await openSimpleStore(config.databaseUrl)
    try {
      const person = values.agent === '' ? null : await people(store.database).named(values.agent)
      const agent = person?.name ?? values.agent
      const lastMs = Math.max(...turns.map(({ endMs }) => endMs))
      const callId = `import-${randomUUID()}`
      const details = {
        callId, agent, agentId: person?.id ?? null, team: person?.team ?? null, queue: values.queue, callerNumber: maskNumber(values.caller), startedAt: started ?? Date.now() - lastMs,
        facts: { brand: config.brand, ...(agent === '' ? {} : { agentName: agent }), ...(person ? { agentNumber: person.number } : {}) },
        scenario: values.scenario === '' ? null : values.scenario, silenceMs: config.silenceSeconds * 1_000,
      }
      const { call, entries } = closedCall(importJournal(turns, details, engine), engine)
      await maskedJournal(store.journal, () => null).append({ callId, entries, call })
      output.print(JSON.stringify({ callId, utterances: turns.length, scenario: call.scenario, outcome: call.outcome, replay: `/training/replay/${callId}` }))
      return 0
    } finally {
      await store.close()
    }
  },
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SunlineError('not found', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
