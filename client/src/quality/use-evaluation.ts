import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { EvaluationView, ItemAnswer } from '../../../server/protocol.ts'
import { getJson, send } from '../connection/http.ts'

/** Whose eyes: those of quality, or of the agent whose call it was. */
export type EvaluationSide = 'quality' | 'my'
export interface AnswerChange {
  readonly item: string
  readonly answer: ItemAnswer
  readonly reason: string
}
/** What can be done with an evaluation; each answers with the evaluation as it is then. */
export type EvaluationStep =
  | { readonly do: 'answer'; readonly change: AnswerChange }
  | { readonly do: 'publish'; readonly summary: string }
  | { readonly do: 'acknowledge' }
  | { readonly do: 'dispute'; readonly items: readonly string[]; readonly reason: string }
  | { readonly do: 'settle'; readonly ruling: 'upheld' | 'changed'; readonly note: string; readonly changes: readonly AnswerChange[] }

/** One evaluation and the steps that lead it on. */
export function useEvaluation(side: EvaluationSide, id: string) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const path = `/api/${side}/evaluations/${id}`
  const key = ['evaluation', side, id]
  const step = useMutation({
    // One after the other: of two answers given quickly, the older view does not come last.
    scope: { id: key.join(' ') },
    mutationFn: (wanted: EvaluationStep) => {
      const { do: what, ...body } = wanted
      if (wanted.do === 'answer') return send<EvaluationView>('PUT', `${path}/items/${wanted.change.item}`, { answer: wanted.change.answer, reason: wanted.change.reason })
      return send<EvaluationView>('POST', `${path}/${what}`, what === 'acknowledge' ? undefined : body)
    },
    onSuccess: (view) => {
      queries.setQueryData(key, view)
      void queries.invalidateQueries({ queryKey: ['evaluations'] })
    },
    onError: ({ message: text }) => message.error(text),
  })
  return { ...useQuery({ queryKey: key, queryFn: () => getJson<EvaluationView>(path) }), step }
}
