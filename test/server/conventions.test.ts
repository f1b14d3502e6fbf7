import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskCache } from '../../server/library/derived-cache.ts'
import { loadLibrary } from '../../server/library/load-library.ts'
import { derivedFolder, libraryRoot } from '../../server/library/root.ts'
import { libraryEngine } from '../../server/live/library-engine.ts'
import type { CallView, WrapupDraft } from '../../server/protocol.ts'
import { type Browser, granted, spoken, type TestServer, testServer } from '../support/test-server.ts'

const engine = libraryEngine(loadLibrary(libraryRoot), diskCache(derivedFolder))
let server: TestServer
let browser: Browser
let turns = 0
beforeEach(async () => {
  turns = 0
  server = await testServer({ engine })
  browser = await server.browser()
})
afterEach(async () => {
  await server.stop()
})

async function says(speaker: 'agent' | 'caller', ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    turns += 1
    const receipt = await server.hear(spoken(speaker, text, { utteranceId: `u${String(turns)}`, startMs: turns * 3_000, endMs: turns * 3_000 + 2_000 }))
    expect(receipt.result).toBe('accepted')
  }
}
const screen = async (): Promise<CallView> => granted(await browser.emitWithAck('call:watch', { callId: 'c1' }))
const reminded = async (): Promise<readonly string[]> => (await screen()).reminders.map(({ id }) => id)
const ended = async (): Promise<WrapupDraft> => granted(await browser.emitWithAck('call:end', { callId: 'c1' }))
const verdict = ({ conventions }: WrapupDraft, id: string) => {
  const found = conventions.find((each) => each.id === id) ?? expect.fail(`no convention ${id}`)
  return [found.status, found.match]
}

describe('Conventions of every call', () => {
  it('remind of the ticket number when the call is closed without it, until it is said', async () => {
    await says('agent', '您好，阳光服务，我是李敏，有什么可以帮您')
    await says('caller', '我就问问电池怎么保养')
    expect(await reminded()).toEqual([])
    await says('agent', '好的，那就这样，再见')
    expect((await reminded())[0]).toBe('give-ticket')
    await says('agent', '等一下，您的维修单号是20261122001，您记一下')
    expect(await reminded()).not.toContain('give-ticket')
    expect(verdict(await ended(), 'give-ticket')).toEqual(['kept', '单号是20261122001'])
  })

  it('drop the ticket number where none was made', async () => {
    await says('agent', '您好，阳光服务，我是李敏，有什么可以帮您')
    granted(await browser.emitWithAck('scenario:choose', { callId: 'c1', scenario: 'give-ticket-and-close' }))
    expect((await reminded())[0]).toBe('give-ticket')
    const { guidance } = await screen()
    granted(await browser.emitWithAck('reaction:report', { callId: 'c1', seq: guidance.seq, reaction: 'no ticket was made' }))
    expect(await reminded()).not.toContain('give-ticket')
    expect(verdict(await ended(), 'give-ticket')).toEqual(['not applicable', null])
  })

  it('remind of the name when the caller asks for it', async () => {
    await says('agent', '您好，阳光服务热线，有什么可以帮您')
    await says('caller', '你工号多少，我要记下来')
    expect((await reminded())[0]).toBe('name-on-request')
    await says('agent', '我的工号是1024，我叫李敏')
    expect(await reminded()).toEqual([])
    const draft = await ended()
    expect(verdict(draft, 'name-on-request')).toEqual(['kept', '工号是1024'])
    expect(verdict(draft, 'name-oneself')).toEqual(['kept', '工号是1024'])
  })

  it('count the name as withheld when two turns pass without it', async () => {
    await says('agent', '您好，阳光服务，有什么可以帮您')
    await says('caller', '你叫什么名字')
    await says('agent', '这个您不用管', '您先说机器的事')
    expect(await reminded()).not.toContain('name-on-request')
    expect(verdict(await ended(), 'name-on-request')).toEqual(['missed', null])
  })

  it('hold the agent to reason, length and consent before a hold, and to thanks after it', async () => {
    await says('agent', '您好，阳光服务，我是李敏，有什么可以帮您')
    await says('caller', '我的机器送修三天了')
    await says('agent', '我去查一下您的记录，您等我一会儿，可以吗')
    granted(await browser.emitWithAck('call:hold', { callId: 'c1' }))
    expect(await reminded()).toEqual(['duration-before-hold'])
    granted(await browser.emitWithAck('call:retrieve', { callId: 'c1' }))
    expect(await reminded()).toContain('thank-after-hold')
    await says('agent', '谢谢您等我，查到了')
    expect(await reminded()).toEqual([])
    const draft = await ended()
    expect(verdict(draft, 'ask-before-hold')[0]).toBe('kept')
    expect(verdict(draft, 'reason-before-hold')[0]).toBe('kept')
    expect(verdict(draft, 'duration-before-hold')).toEqual(['missed', null])
    expect(verdict(draft, 'thank-after-hold')).toEqual(['kept', '谢谢您等'])
    expect(verdict(draft, 'long-hold')[0]).toBe('kept')
  })

  it('ask for the time of a callback that was promised without one', async () => {
    await says('agent', '您好，阳光服务，我是李敏，有什么可以帮您', '这样吧，查清楚了我给您回电话')
    expect(await reminded()).toContain('promise-with-time')
    await says('agent', '今天下午五点前我打给您，还是这个号码对吧')
    expect(await reminded()).toEqual([])
    expect(verdict(await ended(), 'promise-with-time')).toEqual(['kept', '今天'])
  })

  it('judge what must never be promised by the wording rules', async () => {
    await says('agent', '您好，阳光服务，我是李敏，有什么可以帮您', '您放心，保证给您修好')
    const draft = await ended()
    expect(verdict(draft, 'never-promise-result')[0]).toBe('missed')
    expect(verdict(draft, 'never-disclose')).toEqual(['kept', null])
  })

  it('stand in the summary and in the journal, each kept, missed or not applicable, with the words that counted', async () => {
    await says('agent', '喂，什么事')
    const draft = await ended()
    expect(verdict(draft, 'greet')).toEqual(['missed', null])
    expect(verdict(draft, 'offer-help')).toEqual(['kept', '什么事'])
    expect(verdict(draft, 'thank-after-hold')).toEqual(['not applicable', null])
    expect(draft.summary).toContain('通话规范未做到：问候、报品牌服务、报姓名或工号。')
    const again = await server.restart()
    server = again
    browser = await again.browser()
    expect((await ended()).conventions).toEqual(draft.conventions)
  })

  it('take words into account that arrive after the line was closed', async () => {
    await says('agent', '您好，阳光服务，我是李敏，有什么可以帮您', '好的，再见')
    await ended()
    await says('agent', '谢谢您来电')
    expect(verdict(await ended(), 'thanks')).toEqual(['kept', '谢谢'])
  })
})
