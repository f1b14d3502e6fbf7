import { describe, expect, test } from 'vitest'
import { placedParts, placeKey, sizeOf, spokenLength, wordingsOf } from '../../client/src/call-screen/phrase.ts'
import { guidanceOf, phraseOf } from './call-view-of.ts'

const days = { fact: 'daysOwned', label: { zh: '买了几天', en: 'days owned' }, value: null }

describe('the sentence to say', () => {
  test('an unknown fact counts with its label, a known one with its value', () => {
    expect(spokenLength([{ text: '您买了' }, days])).toBe(7)
    expect(spokenLength([{ text: '您买了' }, { ...days, value: '9天' }])).toBe(5)
  })

  test('parts know where they begin', () => {
    expect(placedParts([{ text: '您买了' }, days, { text: '吧' }]).map(({ start }) => start)).toEqual([0, 3, 7])
  })

  test('what one breath holds stands largest', () => {
    expect(sizeOf([{ text: '好'.repeat(60) }])).toBe('large')
    expect(sizeOf([{ text: '好'.repeat(80) }])).toBe('medium')
    expect(sizeOf([{ text: '好'.repeat(120) }])).toBe('small')
  })

  test('V goes through the main sentence and its variants', () => {
    const guidance = guidanceOf({ variants: [phraseOf('calmer', { text: '不着急' }), phraseOf('shorter', { text: '哪天' })] })
    expect(wordingsOf(guidance).map(({ style }) => style)).toEqual(['main', 'calmer', 'shorter'])
    expect(wordingsOf(guidanceOf({ phrase: null }))).toEqual([])
  })

  test('a ticked point or another seq is the same place; another step is not', () => {
    const here = placeKey(guidanceOf())
    expect(placeKey(guidanceOf({ seq: 5, points: [{ id: 'a', label: days.label, said: true, heard: null }] }))).toBe(here)
    const place = guidanceOf().place
    expect(placeKey(guidanceOf({ place: place && { ...place, step: 'offer' } }))).not.toBe(here)
  })
})
