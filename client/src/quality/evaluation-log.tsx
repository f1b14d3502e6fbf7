import type { EvaluationView } from '../../../server/protocol.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './evaluation-log.module.css'
import { useMoment } from './use-moment.ts'

/** Who did what, when. */
export function EvaluationLog({ log }: Pick<EvaluationView, 'log'>) {
  const t = useText()
  const moment = useMoment()
  return (
    <section className={styles['log']} aria-label={t(evaluationWords.log)}>
      <h2>{t(evaluationWords.log)}</h2>
      <ol>{log.map(({ at, by, action }) => <li key={action}>{moment(at)} · {by} · {t(evaluationWords.actions[action])}</li>)}</ol>
    </section>
  )
}
