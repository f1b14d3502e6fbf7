import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { StoredCall } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import { TopBar } from '../ui/top-bar.tsx'
import styles from './replay-header.module.css'

/** A day and time as people here write it. `at`: ms since the epoch. */
export function useDate(): (at: number) => string {
  const { language } = usePreferences()
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  return (at) => format.format(at)
}

/** Which stored call this is; `end` holds what can be done with it. */
export function ReplayHeader({ call, end }: { readonly call: StoredCall; readonly end?: ReactNode }) {
  const t = useText()
  const date = useDate()
  return (
    <TopBar end={end}>
      <Link to="/training/replay" className={styles['back']}>‹ {t(replayWords.title)}</Link>
      <b>{call.scenario ? t(call.scenario) : t(replayWords.origins[call.origin])}</b>
      <span className={styles['soft']}>{[call.agent && t(callWords.agent(call.agent)), t(callWords.caller(call.callerNumber)), date(call.startedAt), t(replayWords.origins[call.origin])].filter(Boolean).join(' · ')}</span>
    </TopBar>
  )
}
