import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useMemo } from 'react'
import type { DraftItem, DraftSummary, DraftView, FoundItem, ItemKind, Label, PublicationView, RulesView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { usePreferences } from '../state/preferences.ts'

const api = '/api/authoring'
/** ms between two looks at a draft that is being tried on calls. */
const lookAgainMs = 700

export const draftPath = (id: string): string => `${api}/drafts/${encodeURIComponent(id)}`
const draftKey = (id: string) => ['authoring', 'draft', id]

export const useDrafts = () => useQuery({ queryKey: ['authoring', 'drafts'], queryFn: () => getJson<readonly DraftSummary[]>(`${api}/drafts`) })
export const usePublications = () => useQuery({ queryKey: ['authoring', 'publications'], queryFn: () => getJson<readonly PublicationView[]>(`${api}/publications`) })

/** A draft, looked at again and again while it is being tried on calls. */
export const useDraft = (id: string) =>
  useQuery({ queryKey: draftKey(id), queryFn: () => getJson<DraftView>(draftPath(id)), refetchInterval: ({ state: { data } }) => (data?.blast?.status === 'running' ? lookAgainMs : false) })

export const useItems = (draft: string, query: string, kind: ItemKind | null) =>
  useQuery({
    queryKey: ['authoring', 'items', draft, query, kind],
    queryFn: () => getJson<readonly FoundItem[]>(`${draftPath(draft)}/items?query=${encodeURIComponent(query)}${kind === null ? '' : `&kind=${kind}`}`),
    placeholderData: (before) => before,
  })

/** One item of a draft; read anew when the form opens, not while it is written in. */
export const useItem = (draft: string, kind: ItemKind, id: string) =>
  useQuery({ queryKey: ['authoring', 'item', draft, kind, id], queryFn: () => getJson<DraftItem>(`${draftPath(draft)}/item?kind=${kind}&id=${encodeURIComponent(id)}`), staleTime: Infinity, gcTime: 0, retry: false })

/** What rules are called: as they are published, and as the draft has them. */
export function useRuleNames({ changes }: DraftView): ReadonlyMap<string, Label> {
  const { data } = useQuery({ queryKey: ['rules'], queryFn: () => getJson<RulesView>('/api/library/rules') })
  return useMemo(() => new Map([...(data?.rules ?? []).map(({ id, name }) => [id, { zh: name, en: name }] as const), ...changes.flatMap(({ kind, id, title }) => (kind === 'rule' ? [[id, title] as const] : []))]), [data, changes])
}

/** Puts a draft as the server has just answered it onto the page. */
export function useKeepDraft(): (draft: DraftView) => void {
  const queries = useQueryClient()
  return useCallback((draft) => queries.setQueryData(draftKey(draft.id), draft), [queries])
}

/** Runs a change, reads what the pages show again, and says why when it was refused. Resolves to whether it was done. */
export function useStep(): (changing: Promise<unknown>) => Promise<boolean> {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const textOf = useFailureText()
  return useCallback(
    async (changing) => {
      const done = await changing.then(
        () => true,
        (failure: unknown) => {
          void message.error(textOf(failure))
          return false
        },
      )
      await queries.invalidateQueries({ queryKey: ['authoring'], predicate: ({ queryKey }) => queryKey[1] !== 'item' && queryKey[1] !== 'flow' })
      return done
    },
    [queries, message, textOf],
  )
}

/** A moment as the reader writes it. */
export function useMoment(): (at: number) => string {
  const { language } = usePreferences()
  return useCallback((at) => new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'short', timeStyle: 'short' }), [language])
}
