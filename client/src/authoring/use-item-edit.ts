import { App } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftView, ItemKind } from '../../../server/protocol.ts'
import { send } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import type { Fields } from './item-value.ts'
import { draftPath, useKeepDraft } from './use-authoring.ts'

/** ms without a key press after which what is written is saved and checked. */
const restMs = 900

export interface EditedItem {
  readonly kind: ItemKind
  readonly id: string
  /** Where a new rule goes. */
  readonly category: string | null
}
export type SaveState = 'saved' | 'unsaved' | 'saving'

/** One item under the pen: kept in the draft by itself shortly after the last key, at once with `save`, and when the form closes. */
export function useItemEdit(draft: string, { kind, id, category }: EditedItem, initial: Fields | null) {
  const { message } = App.useApp()
  const textOf = useFailureText()
  const keep = useKeepDraft()
  const [value, setValue] = useState(initial)
  const [state, setState] = useState<SaveState>('saved')
  const newest = useRef(initial)
  const stored = useRef(initial)
  const busy = useRef(false)

  const save = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    try {
      while (stored.current !== newest.current) {
        const sent = newest.current
        setState('saving')
        keep(await send<DraftView>('PUT', `${draftPath(draft)}/item`, { kind, id, value: sent, category }))
        stored.current = sent
      }
      setState('saved')
    } catch (failure) {
      setState('unsaved')
      void message.error(textOf(failure))
    } finally {
      busy.current = false
    }
  }, [draft, kind, id, category, keep, message, textOf])

  const change = useCallback((next: Fields | null) => {
    newest.current = next
    setValue(next)
    setState('unsaved')
  }, [])

  useEffect(() => {
    if (stored.current === value) return
    const timer = setTimeout(() => void save(), restMs)
    return () => clearTimeout(timer)
  }, [value, save])
  const flush = useRef(save)
  useEffect(() => {
    flush.current = save
  }, [save])
  useEffect(() => () => void flush.current(), [])
  return { value, state, change, save }
}
