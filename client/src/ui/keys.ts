import { createContext, useContext, useLayoutEffect, useRef } from 'react'

/** What of a key press decides its meaning. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isComposing'> & { readonly shiftKey?: boolean }
/** Returns true when it used the press; the browser's own meaning of the key is then suppressed. */
export type KeyHandler = (press: Press) => boolean

interface Layer {
  readonly handle: (press: Press) => boolean
  readonly modal: boolean
}
const layers: Layer[] = []

const writing = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable=true], [role=combobox]'
const pressable = 'button, a[href], [role=radio], [role=option], summary'

const isElement = (target: EventTarget | null): target is Element => target !== null && 'closest' in target

function belongsToTarget({ key, target }: KeyboardEvent): boolean {
  if (!isElement(target)) return false
  if (target.closest(writing) !== null) return true
  return (key === ' ' || key === 'Enter') && target.closest(pressable) !== null
}

function dispatch(event: KeyboardEvent): void {
  if (event.defaultPrevented || belongsToTarget(event)) return
  for (const layer of layers.toReversed()) {
    if (layer.handle(event)) {
      event.preventDefault()
      return
    }
    if (layer.modal) return
  }
}

/** Lets the keys of this document act; a second document (the floating panel) can be added. Returns how to stop. */
export function listenForKeys(page: Document): () => void {
  page.addEventListener('keydown', dispatch)
  return () => page.removeEventListener('keydown', dispatch)
}

/** True around a screen that is only looked at: what stands in it takes no keys. */
export const KeysAsleep = createContext(false)

/**
 * Handles keys while the component stands; the newest handler is asked first, and a `modal` one keeps keys from older ones.
 * Keys typed into an input never arrive, nor Space and Enter on a focused button. A key means what it means on the screen that
 * is painted: handlers change with it, not a moment later.
 */
export function useKeys(handler: KeyHandler, { active = true, modal = false } = {}): void {
  const newest = useRef(handler)
  const asleep = useContext(KeysAsleep)
  useLayoutEffect(() => {
    newest.current = handler
  })
  useLayoutEffect(() => {
    if (!active || asleep) return
    const layer: Layer = { handle: (press) => newest.current(press), modal }
    layers.push(layer)
    return () => void layers.splice(layers.indexOf(layer), 1)
  }, [active, asleep, modal])
}

/** A press without Ctrl, Alt or the system key, not held down, outside an input method: the letter in lower case; else null. */
export function plainKey({ key, ctrlKey, altKey, metaKey, repeat, isComposing }: Press): string | null {
  if (ctrlKey || altKey || metaKey || repeat || isComposing) return null
  return key.length === 1 ? key.toLowerCase() : key
}
