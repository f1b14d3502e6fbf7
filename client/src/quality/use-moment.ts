import { useCallback } from 'react'
import { usePreferences } from '../state/preferences.ts'

/** Writes a time (ms since the epoch) as day and minute, or with `dayOnly` the day alone, in the language of the page. */
export function useMoment(): (at: number, dayOnly?: boolean) => string {
  const { language } = usePreferences()
  return useCallback(
    (at, dayOnly = false) =>
      new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', dayOnly ? { month: '2-digit', day: '2-digit' } : { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false }).format(at).replace(', ', ' '),
    [language],
  )
}
