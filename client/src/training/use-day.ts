import { useCallback } from 'react'
import { usePreferences } from '../state/preferences.ts'

/** A day as people here write it. `at`: ms since the epoch. */
export function useDay(): (at: number) => string {
  const { language } = usePreferences()
  return useCallback((at) => new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { month: 'short', day: 'numeric' }).format(at), [language])
}
