import type { CallView, Reply, Utterance } from '../../server/protocol.ts'
import { type Browser, granted } from '../support/test-server.ts'

/** Ids of the utterances on a page that asks for the call now and goes on with what is pushed after the answer; more come in as they are shown. */
export function shownFromNow(browser: Browser, callId: string): ReadonlySet<string> {
  const shown = new Set<string>()
  let answered = false
  browser.on('utterance:heard', (_callId: string, { id }: Utterance) => answered && shown.add(id))
  browser.emit('call:watch', { callId }, (reply: Reply<CallView>) => {
    answered = true
    for (const { id } of granted(reply).utterances) shown.add(id)
  })
  return shown
}
