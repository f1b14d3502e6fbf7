import { Button, Popconfirm, Switch } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { useCallerVoice } from './caller-voice.ts'
import { DrillCoach } from './drill-coach.tsx'
import { DrillInput } from './drill-input.tsx'
import styles from './drill-page.module.css'
import { DrillTalk } from './drill-talk.tsx'
import { TrainingFrame } from './training-frame.tsx'
import { useDrill } from './use-drill.ts'

/** A practice call: the caller's words, one's own, and as much help as the mode gives. */
export function DrillPage() {
  const t = useText()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const { drillId = '' } = useParams()
  const { data: drill, error, busy, say, hint, giveUp } = useDrill(drillId)
  const [aloud, setAloud] = useState(false)
  const last = drill?.turns.at(-1)
  useCallerVoice(last?.speaker === 'caller' ? last.text : null, drill?.turns.length ?? 0, aloud)
  const debrief = () => void navigate(`/training/drills/${drillId}/debrief`)
  useKeys((press) => {
    const key = plainKey(press)
    if (drill?.over === true && key === 'Enter') debrief()
    else return false
    return true
  })
  if (error) return <TrainingFrame title={t(drillWords.title)}><EmptyState title={t(drillWords.broken)} actions={<Button onClick={() => void navigate('/training/drills')}>{t(appWords.close)}</Button>}>{failureText(error)}</EmptyState></TrainingFrame>
  if (!drill) return <TrainingFrame title={t(drillWords.title)}><LoadingState label={t(appWords.loading)} lines={5} /></TrainingFrame>
  const { title, mode, level, temperament, over } = drill
  return (
    <TrainingFrame title={t(title)} note={`${t(drillWords.modes[mode])} · ${t(drillWords.levels[level])} · ${t(drillWords.callerIs(drillWords.temperaments[temperament]))}`}>
      <div className={styles['columns']}>
        <section className={styles['call']}>
          <DrillTalk drill={drill} />
          {over ? (
            <div className={styles['over']}>
              <strong>{t(drillWords.over)}</strong>
              <KeyHint of="⏎" shortcut="Enter" onPress={debrief}>{t(drillWords.toDebrief)}</KeyHint>
            </div>
          ) : (
            <DrillInput busy={busy} say={say} />
          )}
        </section>
        <aside className={styles['side']}>
          <DrillCoach drill={drill} onHint={hint} />
          <div className={styles['foot']}>
            <label><Switch size="small" checked={aloud} onChange={setAloud} /> {t(drillWords.voiceOn)}</label>
            {!over && (
              <Popconfirm title={t(drillWords.giveUp)} description={t(drillWords.giveUpSure)} okText={t(drillWords.giveUp)} cancelText={t(appWords.cancel)} onConfirm={giveUp}>
                <Button type="text" danger>{t(drillWords.giveUp)}</Button>
              </Popconfirm>
            )}
          </div>
        </aside>
      </div>
    </TrainingFrame>
  )
}
