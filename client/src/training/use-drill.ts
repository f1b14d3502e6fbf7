import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useNavigate } from 'react-router'
import type { DrillLevel, DrillMode, DrillView, Temperament } from '../../../server/protocol.ts'
import { getJson, post } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'

/** What is practised, and how. */
export interface DrillOrder {
  readonly scenario: string
  readonly branch?: string
  readonly temperament?: Temperament
  readonly level: DrillLevel
  readonly mode: DrillMode
  readonly assignment?: string
}

/** Begins drills and goes to them. */
export function useBeginDrill() {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const failureText = useFailureText()
  return useMutation({
    mutationFn: (order: DrillOrder) => post<DrillView>('/api/training/drills', order),
    onSuccess: ({ id }) => void navigate(`/training/drills/${id}`),
    onError: (failure) => void message.error(failureText(failure)),
  })
}

/** A new drill from a turn of an earlier one. */
export function useAgain(drill: string) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const failureText = useFailureText()
  return useMutation({
    mutationFn: (utteranceId: string) => post<DrillView>(`/api/training/drills/${drill}/again`, { utteranceId }),
    onSuccess: ({ id }) => void navigate(`/training/drills/${id}`),
    onError: (failure) => void message.error(failureText(failure)),
  })
}

/** One drill under way. `say`: text and how long it took, ms. */
export function useDrill(id: string) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const key = ['drill', id]
  const path = `/api/training/drills/${id}`
  const query = useQuery({ queryKey: key, queryFn: () => getJson<DrillView>(path), retry: false })
  const step = useMutation({
    mutationFn: ({ to, body }: { readonly to: 'say' | 'hint' | 'give-up'; readonly body?: object }) => post<DrillView>(`${path}/${to}`, body),
    onSuccess: (drill) => queries.setQueryData(key, drill),
    onError: (failure) => void message.error(failureText(failure)),
  })
  return {
    ...query,
    busy: step.isPending,
    say: (text: string, tookMs: number) => {
      const endMs = Math.max(0, Date.now() - (query.data?.startedAt ?? Date.now()))
      return step.mutateAsync({ to: 'say', body: { text, startMs: Math.max(0, endMs - tookMs), endMs } })
    },
    hint: () => step.mutate({ to: 'hint' }),
    giveUp: () => step.mutate({ to: 'give-up' }),
  }
}
