import { describe, expect, test } from 'vitest'
import { isCallersReaction } from '../../client/src/call-screen/callers-reactions.ts'
import { commandOf } from '../../client/src/live-call/keymap.ts'

const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean; repeat?: boolean; isComposing?: boolean } = {}) =>
  commandOf({ key, ctrlKey: false, altKey: false, metaKey: false, repeat: false, isComposing: false, ...held })

describe('keys of the live call', () => {
  test.each([
    ['1', { do: 'react', place: 1 }],
    ['9', { do: 'react', place: 9 }],
    [' ', { do: 'said' }],
    ['z', { do: 'undo' }],
    ['Z', { do: 'undo' }],
    ['a', { do: 'interrupt', reaction: 'caller angry' }],
    ['s', { do: 'interrupt', reaction: 'caller asks for a supervisor' }],
    ['q', { do: 'interrupt', reaction: 'caller asks another question' }],
    ['!', { do: 'safety' }],
    ['F2', { do: 'suggest', place: 2 }],
    ['/', { do: 'search' }],
  ])('%s', (key, command) => {
    expect(press(key)).toEqual(command)
  })

  test('the full-width marks of a Chinese input method mean the same', () => {
    expect(press('？')).toEqual({ do: 'why' })
    expect(press('！')).toEqual({ do: 'safety' })
  })

  test('a key held down acts once', () => {
    expect(press(' ', { repeat: true })).toBeNull()
  })

  test('browser shortcuts stay the browser’s', () => {
    expect(press('s', { ctrlKey: true })).toBeNull()
    expect(press('h', { metaKey: true })).toBeNull()
    expect(press('1', { altKey: true })).toBeNull()
  })

  test('letters typed into an input method do nothing', () => {
    expect(press('a', { isComposing: true })).toBeNull()
  })

  test('0 and unknown keys mean nothing', () => {
    expect(press('0')).toBeNull()
    expect(press('l')).toBeNull()
  })

  test('what the clock or the agent reports is not among the numbered reactions', () => {
    expect(isCallersReaction('agent said it')).toBe(false)
    expect(isCallersReaction('hold reminder due')).toBe(false)
    expect(isCallersReaction('caller accepts')).toBe(true)
    expect(isCallersReaction('checked and eligible')).toBe(true)
  })
})
