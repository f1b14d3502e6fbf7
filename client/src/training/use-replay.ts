import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { CallView, ReplayScreen, ReplayTimeline } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { heardBy, lastMoment } from './replay-moments.ts'

/** Screens fetched ahead of the one shown. */
const ahead = 3
/** Utterances on screen at once; a page of thousands would be slow and nobody scrolls that far. */
const mostShown = 300

const path = (callId: string) => `/api/training/calls/${encodeURIComponent(callId)}`
const within = (playlist: string | null) => (playlist === null ? '' : `playlist=${encodeURIComponent(playlist)}&`)

/** A stored call on its time line. */
export const useTimeline = (callId: string, playlist: string | null = null) =>
  useQuery({ queryKey: ['timeline', callId, playlist], queryFn: () => getJson<ReplayTimeline>(`${path(callId)}/timeline?${within(playlist)}`), staleTime: Infinity, enabled: callId !== '' })

const momentOf = <T>(address: string, ms: number) => ({ queryKey: ['moment', address, ms], queryFn: () => getJson<T>(`${address}at=${ms}`), staleTime: Infinity })

/** What `address`, which ends where `at=` goes, answers for the moment shown; the next changes are fetched ahead of time. */
export function useMoments<T>(address: string, changes: readonly number[], atMs: number): T | undefined {
  const queries = useQueryClient()
  const index = lastMoment(changes, atMs)
  const { data } = useQuery({ ...momentOf<T>(address, changes[index] ?? 0), placeholderData: keepPreviousData, enabled: changes.length > 0 })
  const next = changes.slice(index + 1, index + 1 + ahead).join()
  useEffect(() => {
    for (const ms of next === '' ? [] : next.split(',')) void queries.prefetchQuery(momentOf<T>(address, Number(ms)))
  }, [next, address, queries])
  return data
}

/** The transcript as it stood at a moment. */
export function useHeard(timeline: ReplayTimeline | undefined, atMs: number): CallView['utterances'] {
  const moment = timeline?.changes[lastMoment(timeline.changes, atMs)] ?? 0
  return useMemo(() => heardBy(timeline?.utterances ?? [], moment).slice(-mostShown), [timeline, moment])
}

/** The agent's page as it stood at a moment of a stored call. */
export function useReplayedCall(timeline: ReplayTimeline | undefined, atMs: number, playlist: string | null = null): CallView | null {
  const callId = timeline?.call.id ?? ''
  const screen = useMoments<ReplayScreen>(`${path(callId)}/screen?${within(playlist)}`, timeline?.changes ?? [], atMs)
  const utterances = useHeard(timeline, atMs)
  return useMemo(() => (screen ? { ...screen, utterances } : null), [screen, utterances])
}
