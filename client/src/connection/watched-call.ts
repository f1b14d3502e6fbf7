import { useEffect, useMemo } from 'react'
import type { CallView, ServerEvents } from '../../../server/protocol.ts'
import { createStore, type Store, useStore } from '../state/store.ts'
import { withContext, withCue, withGuidance, withUtterance, withWarnings } from './call-updates.ts'
import { request, RequestFailed } from './request.ts'
import { wire } from './socket.ts'

/** A call as last heard of. `failure` stands while it could not be loaded at all. */
export interface WatchedCall {
  readonly call: CallView | null
  readonly failure: RequestFailed | null
  /** The agent to whom the call has gone; null while it is here. */
  readonly handedTo: string | null
}
/** ms until a call that could not be had is asked for again. */
const againMs = 1000

interface Watcher {
  readonly store: Store<WatchedCall>
  readonly refresh: () => void
  readonly start: () => () => void
}

function watcherOf(callId: string): Watcher {
  const store = createStore<WatchedCall>({ call: null, failure: null, handedTo: null })
  const change = (id: string, next: (call: CallView) => CallView) => {
    const { call } = store.get()
    if (id !== callId || call === null) return
    const changed = next(call)
    if (changed !== call) store.set({ call: changed, failure: null, handedTo: null })
  }
  let again: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  const refresh = () => {
    clearTimeout(again)
    const number = (asked += 1)
    // The answer to an earlier question may come last, from the server that had the call before.
    const ifLast = <T>(use: (answer: T) => void) => (answer: T) => {
      if (number === asked) use(answer)
    }
    request('call:watch', { callId }).then(
      ifLast((call: CallView) => store.set({ call, failure: null, handedTo: null })),
      ifLast((failure: RequestFailed) => {
        if (failure.code !== 'unavailable') store.set({ ...store.get(), failure })
        else if (wire.connected) again = setTimeout(refresh, againMs)
      }),
    )
  }
  const moved = (id: string) => {
    if (id === callId) refresh()
  }
  const heard = {
    'call:changed': (call) => {
      if (call.id === callId) store.set({ call, failure: null, handedTo: null })
    },
    'call:handed': (id, agent) => {
      if (id === callId) store.set({ call: null, failure: null, handedTo: agent })
    },
    'utterance:heard': (id, utterance) => change(id, (call) => withUtterance(call, utterance)),
    'guidance:changed': (id, seq, guidance) => change(id, (call) => withGuidance(call, seq, guidance)),
    'warning:changed': (id, warnings) => change(id, (call) => withWarnings(call, warnings)),
    'cue:raised': (id, cue) => change(id, (call) => withCue(call, cue)),
    'context:changed': (id, context) => change(id, (call) => withContext(call, context)),
  } satisfies Partial<ServerEvents>
  const start = () => {
    wire.on('call:changed', heard['call:changed'])
    wire.on('call:handed', heard['call:handed'])
    wire.on('utterance:heard', heard['utterance:heard'])
    wire.on('guidance:changed', heard['guidance:changed'])
    wire.on('warning:changed', heard['warning:changed'])
    wire.on('cue:raised', heard['cue:raised'])
    wire.on('context:changed', heard['context:changed'])
    wire.on('call:moved', moved)
    wire.on('connect', refresh)
    // Balancers of several servers take a lost connection to the server of its call.
    wire.io.opts.query = { call: callId }
    if (wire.connected) refresh()
    return () => {
      wire.off('call:changed', heard['call:changed'])
      wire.off('call:handed', heard['call:handed'])
      wire.off('utterance:heard', heard['utterance:heard'])
      wire.off('guidance:changed', heard['guidance:changed'])
      wire.off('warning:changed', heard['warning:changed'])
      wire.off('cue:raised', heard['cue:raised'])
      wire.off('context:changed', heard['context:changed'])
      wire.off('call:moved', moved)
      wire.off('connect', refresh)
      clearTimeout(again)
      request('call:leave', { callId }).catch(() => undefined)
    }
  }
  return { store, refresh, start }
}

/** Watches a call for as long as the component stands; after a reconnect the whole call is fetched again. */
export function useWatchedCall(callId: string): WatchedCall & { readonly refresh: () => void } {
  const watcher = useMemo(() => watcherOf(callId), [callId])
  useEffect(() => watcher.start(), [watcher])
  const watched = useStore(watcher.store)
  return { ...watched, refresh: watcher.refresh }
}
