import { Button } from 'antd'
import type { DrillView } from '../../../server/protocol.ts'
import { SpokenPhrase } from '../call-screen/sentence.tsx'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import styles from './drill-coach.module.css'

/** The help that the mode gives: the sentence, its points, the warning; and what the records show. */
export function DrillCoach({ drill: { mode, sentence, points, warning, records, place, over }, onHint }: { readonly drill: DrillView; readonly onHint: () => void }) {
  const t = useText()
  return (
    <>
      {warning && (
        <div className={styles['warning']} role="alert" data-severity={warning.severity}>
          <span>{t(warningWords.said)} <del>{warning.match}</del> · {warning.why}</span>
          <strong>{t(warningWords.sayInstead(warning.sayInstead))}</strong>
        </div>
      )}
      {!over && (
        <div className={styles['card']}>
          {place && <small>{t(place.scenario)} · {place.number}/{place.total}</small>}
          {sentence ? (
            <p className={styles['sentence']} lang="zh-CN"><SpokenPhrase phrase={sentence} /></p>
          ) : (
            <p className={styles['hidden']}>{t(mode === 'exam' ? drillWords.hiddenExam : drillWords.hidden)}</p>
          )}
          {!sentence && mode === 'practice' && <Button onClick={onHint}>{t(drillWords.hint)}</Button>}
          <ul className={styles['points']}>
            {points.map(({ id, label, said }) => <li key={id} data-said={said}><i aria-hidden>{said ? '✓' : ''}</i>{t(label)}</li>)}
          </ul>
        </div>
      )}
      {records.length > 0 && (
        <div className={styles['records']}>
          <small>{t(drillWords.records)}</small>
          <ul>{[...new Set(records.map(t))].map((record) => <li key={record}>{record}</li>)}</ul>
        </div>
      )}
    </>
  )
}
