import { describe, expect, it } from 'vitest'
import { loadLibrary } from '../../server/library/load-library.ts'
import { libraryRoot } from '../../server/library/root.ts'
import { compilePhrases, hearPhrase } from '../../server/wording/phrases-heard.ts'
import { compileReactions, hearReaction } from '../../server/wording/reactions-heard.ts'

const phrases = {
  accepts: ['行就这么办吧', '可以', '好的没问题', '那就按你说的来', '没意见你登记吧'],
  refuses: ['不行我不同意', '我不接受这个办法', '这样不行换个办法', '我不愿意', '算了我不要这样'],
  refund: ['我要退货', '把钱退给我我不要了', '退钱别的不用说', '给我退款', '这机器我不要了退钱'],
  keyboard: ['坏的不是键盘', '键盘好好的是接口坏了', '不是键盘是外壳磕了'],
}
const turns = { accepts: ['行'], 'part=keyboard': ['坏的是键盘', '键盘按不动', '好几个键不灵'] }
const model = compileReactions(phrases, turns)
const heard = (text: string, candidates: readonly string[] = ['accepts', 'refuses', 'refund'], others: readonly string[] = []) => {
  const found = hearReaction(model, text, candidates, others)
  return found && [found.reaction, found.match, found.certain]
}

describe('Which reaction a caller’s words are', () => {
  it('is known from a phrase as it stands, or between two pauses', () => {
    expect(heard('行')).toEqual(['accepts', '行', true])
    expect(heard('可以，我自己装，拧四个螺丝的事')).toEqual(['accepts', '可以', true])
  })

  it('is learnt from phrases and whole turns of the library, with the words that decided', () => {
    const { reactions, callerTurns } = loadLibrary(libraryRoot)
    const whole = compileReactions(Object.fromEntries(reactions), Object.fromEntries(callerTurns))
    const offered = ['caller accepts', 'caller wants the money back', 'caller chooses repair']
    expect(hearReaction(whole, '别折腾了，你们干脆把钱退给我得了', offered)).toMatchObject({ reaction: 'caller wants the money back', match: '干脆把钱退给我得了', certain: true })
    expect(hearReaction(whole, '成，就修吧，修利索就行', offered)).toMatchObject({ reaction: 'caller chooses repair', certain: true })
  })

  it('does not follow from talk about something else, nor from a phrase of each of two', () => {
    expect(heard('我家在三楼，没有电梯')).toBeNull()
    expect(heard('可以，我不愿意')).toBeNull()
  })

  it('gives way to the answer that the words rather are', () => {
    expect(heard('坏的是键盘', ['keyboard'], ['part=keyboard'])).toBeNull()
    expect(heard('好几个键不灵了', ['keyboard'], ['part=keyboard'])).toBeNull()
    expect(heard('不是键盘，是外壳磕了', ['keyboard'], ['part=keyboard'])?.[0]).toBe('keyboard')
  })
})

describe('Which finding an agent states', () => {
  const findings = compilePhrases({ eligible: ['核对下来符合条件', '次数够了可以换'], short: ['核对下来不符合条件', '还不够换机的条件'] })

  it('takes nearly the words of a known phrase', () => {
    expect(hearPhrase(findings, '我看过了，核对下来是符合条件的，马上给您办', ['eligible', 'short'])?.reaction).toBe('eligible')
  })

  it('takes no announcement of a check for its result', () => {
    expect(hearPhrase(findings, '我查一下记录，够条件就给您换', ['eligible', 'short'])).toBeNull()
  })
})
