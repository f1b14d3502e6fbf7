import { Button, Select } from 'antd'
import { useState } from 'react'
import { useHasRole } from '../connection/session.ts'
import { reportWords } from '../i18n/report-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { period } from './periods.ts'
import { QualityFrame, useChoices } from './quality-frame.tsx'
import styles from './reports-page.module.css'
import { useMoment } from './use-moment.ts'

const weekMs = 7 * 86_400_000
const dayMs = 86_400_000

/** A team's week, on paper or as a workbook. */
export function ReportsPage() {
  const t = useText()
  const moment = useMoment()
  const { language } = usePreferences()
  const { data: choices } = useChoices()
  const all = useHasRole('qa-lead')
  const [monday, setMonday] = useState(() => period('lastWeek', new Date()).from ?? 0)
  const [team, setTeam] = useState<string | undefined>()
  const query = new URLSearchParams({ at: String(monday + weekMs / 2), lang: language, zone: String(-new Date().getTimezoneOffset()), ...(team !== undefined && { team }) })
  const path = (format: 'html' | 'xlsx') => `/api/quality/reports/weekly.${format}?${query.toString()}`
  const go = (weeks: number) => setMonday((before) => before + weeks * weekMs)
  useKeys((press) => {
    const key = plainKey(press)
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
    go(key === 'ArrowLeft' ? -1 : 1)
    return true
  })
  return (
    <QualityFrame
      title={t(reportWords.title)}
      note={t(reportWords.help)}
      foot={
        <>
          <KeyHint of="←" shortcut="ArrowLeft" onPress={() => go(-1)}>{t(reportWords.previous)}</KeyHint>
          <KeyHint of="→" shortcut="ArrowRight" onPress={() => go(1)}>{t(reportWords.next)}</KeyHint>
        </>
      }
    >
      <div className={styles['choice']}>
        <div className={styles['week']} role="group" aria-label={t(reportWords.week)}>
          <Button aria-label={t(reportWords.previous)} onClick={() => go(-1)}>‹</Button>
          <strong>{moment(monday, true)} – {moment(monday + weekMs - dayMs, true)}</strong>
          <Button aria-label={t(reportWords.next)} onClick={() => go(1)}>›</Button>
        </div>
        {all && <Select allowClear className={styles['team'] ?? ''} aria-label={t(reportWords.team)} placeholder={t(reportWords.allTeams)} value={team ?? null} onChange={(value: string | undefined) => setTeam(value)} options={(choices?.teams ?? []).map(({ id, name }) => ({ value: id, label: name }))} />}
        <Button type="primary" size="large" href={path('html')} target="_blank">{t(reportWords.open)}</Button>
        <Button size="large" href={path('xlsx')}>{t(reportWords.download)}</Button>
      </div>
    </QualityFrame>
  )
}
