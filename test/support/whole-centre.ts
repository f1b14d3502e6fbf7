import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { libraryRoot } from '../../server/library/root.ts'
import { loadCallerLines } from '../../server/training/caller-lines.ts'
import { type Centre, staffedCentre } from './centre.ts'

/** A server with accounts and every part that the product has, on a copy of the library. */
export async function wholeCentre(): Promise<Centre> {
  const words = mkdtempSync(join(tmpdir(), 'sunline-words-'))
  cpSync(libraryRoot, words, { recursive: true })
  const made = await staffedCentre({
    words,
    callerLines: loadCallerLines(libraryRoot),
    environment: { REQUESTS_PER_MINUTE: '1000000', OPENID_ISSUER: 'http://127.0.0.1:9', OPENID_CLIENT_ID: 'sunline', TWILIO_AUTH_TOKEN: 'secret of the tests' },
  })
  const stopServer = made.stop
  const stop = async (): Promise<void> => {
    await stopServer()
    rmSync(words, { recursive: true, force: true })
  }
  return Object.assign(made, { stop })
}
