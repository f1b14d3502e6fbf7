import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { FindingsView, FindingView, QualityFilter, Verdict } from '../../../server/protocol.ts'
import { getJson, post } from '../connection/http.ts'
import { queryOf } from './use-filter.ts'

/** Findings that fit, newest first, page after page. */
export function useFindings(filter: QualityFilter) {
  const query = queryOf(filter).toString()
  return useInfiniteQuery({
    queryKey: ['quality', 'findings', query],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => getJson<FindingsView>(`/api/quality/findings?${query}${pageParam === null ? '' : `&before=${pageParam}`}`),
    getNextPageParam: ({ next }) => next,
  })
}

/** Writes a judgement and shows it in every list. */
export function useJudge() {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ finding: { callId, warningId }, verdict }: { readonly finding: FindingView; readonly verdict: Verdict | null }) => post('/api/quality/judgements', { callId, warningId, verdict, note: '' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['quality', 'findings'] }),
    onError: ({ message: text }) => message.error(text),
  })
}
