import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback } from 'react'
import type { PeopleView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { type FailureWords, useFailureText } from '../connection/http-failed.ts'
import { usePreferences } from '../state/preferences.ts'

/** Everyone and the teams. */
export const usePeople = () => useQuery({ queryKey: ['people'], queryFn: () => getJson<PeopleView>('/api/people') })

/** Runs a change, reads the pages' data again, and shows the failure in the reader's words; null then. */
export function useChange(better?: FailureWords): <T>(changing: Promise<T>) => Promise<{ readonly done: T } | null> {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const textOf = useFailureText()
  return useCallback(
    async (changing) => {
      try {
        const done = await changing
        await queries.invalidateQueries()
        return { done }
      } catch (failure) {
        void message.error(textOf(failure, better))
        return null
      }
    },
    [queries, message, textOf, better],
  )
}

/** A moment as the reader writes it. */
export function useMoment(): (at: number) => string {
  const { language } = usePreferences()
  return useCallback((at) => new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'short', timeStyle: 'short' }), [language])
}
