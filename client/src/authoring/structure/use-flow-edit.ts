import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftedFlow, DraftView, FlowDraftView, FlowParts } from '../../../../server/protocol.ts'
import { getJson, send as put } from '../../connection/http.ts'
import { useFailureText } from '../../connection/http-failed.ts'
import type { Fields } from '../item-value.ts'
import { draftPath, useKeepDraft } from '../use-authoring.ts'

/** ms without a change after which the flow is saved and checked. */
const restMs = 700
/** Steps that can be undone. */
const mostKept = 200

/** A flow under the pen, with the words that come with it. */
export interface FlowState {
  readonly flow: DraftedFlow
  /** New sentences by `file/key`, and how callers say the flow's own reactions. */
  readonly sentences: Readonly<Record<string, Fields>>
  readonly wordings: Readonly<Record<string, readonly string[]>>
}
export interface FlowEdit {
  readonly state: FlowState
  readonly saved: 'saved' | 'unsaved' | 'saving'
  /** Why it could not be saved; null when it could. */
  readonly refused: string | null
  readonly change: (next: (state: FlowState) => FlowState) => void
  readonly undo: (() => void) | null
  readonly redo: (() => void) | null
}

export const useFlowParts = (draft: string) => useQuery({ queryKey: ['authoring', 'flow-parts', draft], queryFn: () => getJson<FlowParts>(`${draftPath(draft)}/flow-parts`), staleTime: Infinity })
/** What is being saved, by draft: who opens a flow waits for it. */
const beingSaved = new Map<string, Promise<void>>()

/** A flow of a draft; read anew when it is opened, not while it is changed. `version`: of the draft, where it shall follow its changes. */
export const useFlow = (draft: string, flow: string, version: string | null = null) =>
  useQuery({
    queryKey: ['authoring', 'flow', draft, flow, version],
    queryFn: async () => {
      await beingSaved.get(draft)
      return getJson<FlowDraftView>(`${draftPath(draft)}/flow?id=${encodeURIComponent(flow)}`)
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  })

interface History {
  readonly past: readonly FlowState[]
  readonly now: FlowState
  readonly future: readonly FlowState[]
}

/** Keeps the changes of a flow, to be undone, and saves them shortly after the last. */
export function useFlowEdit(draft: string, { definition, wordings }: FlowDraftView): FlowEdit {
  const textOf = useFailureText()
  const keep = useKeepDraft()
  const [{ past, now, future }, setHistory] = useState<History>(() => ({ past: [], now: { flow: definition, sentences: {}, wordings }, future: [] }))
  const [kept, setKept] = useState(now)
  const [saving, setSaving] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const newest = useRef(now)
  const stored = useRef(now)
  const busy = useRef(false)

  const send = useCallback(async () => {
    busy.current = true
    try {
      while (stored.current !== newest.current) {
        const sent = newest.current
        setSaving(true)
        keep(await put<DraftView>('PUT', `${draftPath(draft)}/flow`, { id: sent.flow.id, definition: sent.flow, sentences: sent.sentences, wordings: sent.wordings }))
        stored.current = sent
        setKept(sent)
      }
      setRefused(null)
    } catch (failure) {
      setRefused(textOf(failure))
    } finally {
      setSaving(false)
      busy.current = false
    }
  }, [draft, keep, textOf])
  const save = useCallback(() => {
    if (!busy.current && stored.current !== newest.current) beingSaved.set(draft, send())
  }, [draft, send])

  useEffect(() => {
    newest.current = now
    if (stored.current === now) return
    const timer = setTimeout(save, restMs)
    return () => clearTimeout(timer)
  }, [now, save])
  const flush = useRef(save)
  useEffect(() => {
    flush.current = save
  }, [save])
  useEffect(() => () => flush.current(), [])

  return {
    state: now,
    saved: saving ? 'saving' : kept === now ? 'saved' : 'unsaved',
    refused,
    change: useCallback((next) => setHistory((history) => ({ past: [...history.past, history.now].slice(-mostKept), now: next(history.now), future: [] })), []),
    undo: past.length === 0 ? null : () => setHistory((history) => ({ past: history.past.slice(0, -1), now: history.past.at(-1) ?? history.now, future: [history.now, ...history.future] })),
    redo: future.length === 0 ? null : () => setHistory((history) => ({ past: [...history.past, history.now], now: history.future[0] ?? history.now, future: history.future.slice(1) })),
  }
}
