import { useMemo } from 'react'
import type { CallView, FactView, Frame } from '../../../server/protocol.ts'
import { request } from '../connection/request.ts'
import { useSend } from '../connection/use-send.ts'

/** Everything an agent can do to a call. Refusals are shown; a step that moved meanwhile is fetched silently. */
export interface CallActions {
  readonly react: (reaction: string) => void
  readonly tick: (point: string, said: boolean) => void
  readonly record: (fact: string, value: FactView['value']) => void
  readonly choose: (scenario: string) => void
  readonly back: (frame?: Frame) => void
  readonly dismiss: (warningId: string, reason: string) => void
  readonly toggleHold: () => void
  /** The supervisor's line has been read. */
  readonly acknowledge: () => void
  readonly end: () => void
}

/** The actions of one call; the sequence number sent is the one on screen. */
export function useCallActions({ id: callId, guidance: { seq }, status, whisper }: CallView, refresh: () => void): CallActions {
  const send = useSend(refresh)
  const unread = whisper?.seenAt === null ? whisper.id : null
  return useMemo(
    () => ({
      react: (reaction) => void send(request('reaction:report', { callId, seq, reaction })),
      tick: (point, said) => void send(request('point:tick', { callId, seq, point, said })),
      record: (fact, value) => void send(request('fact:record', { callId, fact, value })),
      choose: (scenario) => void send(request('scenario:choose', { callId, scenario })),
      back: (frame) => void send(request('step:correct', frame ? { callId, frame } : { callId })),
      dismiss: (warningId, reason) => void send(request('warning:dismiss', { callId, warningId, reason })),
      toggleHold: () => void send(request(status === 'held' ? 'call:retrieve' : 'call:hold', { callId })),
      acknowledge: () => void (unread !== null && send(request('whisper:acknowledge', { callId, id: unread }))),
      end: () => void send(request('call:end', { callId })).then((ended) => ended && refresh()),
    }),
    [callId, seq, status, unread, refresh, send],
  )
}
