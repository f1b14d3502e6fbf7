// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listenForKeys, plainKey, useKeys } from '../../client/src/ui/keys.ts'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

const Layer = ({ uses, pressed, modal = false }: { readonly uses: string; readonly pressed: string[]; readonly modal?: boolean }) => {
  useKeys((press) => {
    const key = plainKey(press)
    if (key === null || !uses.includes(key)) return false
    pressed.push(key)
    return true
  }, { modal })
  return null
}

let root: Root
let stop: () => void
beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div><input id="input"><button id="button"></button>'
  root = createRoot(document.getElementById('root') as HTMLElement)
  stop = listenForKeys(document)
})
afterEach(() => {
  act(() => root.unmount())
  stop()
})

const press = (key: string, on: Element = document.body): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  act(() => void on.dispatchEvent(event))
  return event
}
const element = (id: string) => document.getElementById(id) as HTMLElement

test('a key that is used loses its meaning for the browser; another keeps it', () => {
  const pressed: string[] = []
  act(() => root.render(<Layer uses="a" pressed={pressed} />))
  expect(press('a').defaultPrevented).toBe(true)
  expect(press('b').defaultPrevented).toBe(false)
  expect(pressed).toEqual(['a'])
})

test('what is typed into an input is not a key of the page', () => {
  const pressed: string[] = []
  act(() => root.render(<Layer uses="a1 " pressed={pressed} />))
  press('a', element('input'))
  press('1', element('input'))
  expect(pressed).toEqual([])
})

test('Space and Enter press the focused button; letters still belong to the page', () => {
  const pressed: string[] = []
  act(() => root.render(<Layer uses=" a" pressed={pressed} />))
  press(' ', element('button'))
  press('a', element('button'))
  expect(pressed).toEqual(['a'])
})

test('the layer opened last is asked first, and a modal one keeps keys from the page until it closes', () => {
  const page: string[] = []
  const dialog: string[] = []
  act(() => root.render(<Layer uses="12" pressed={page} />))
  act(() => root.render(<><Layer uses="12" pressed={page} /><Layer modal uses="1" pressed={dialog} /></>))
  press('1')
  press('2')
  expect([page, dialog]).toEqual([[], ['1']])
  act(() => root.render(<Layer uses="12" pressed={page} />))
  press('2')
  expect(page).toEqual(['2'])
})
