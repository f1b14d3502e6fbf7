import { Link } from 'react-router'
import type { EvaluationView } from '../../../server/protocol.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import styles from './evaluation-head.module.css'
import { replayPath } from './replay-path.ts'
import { useMoment } from './use-moment.ts'

/** Whose call it is, how it stands, and what it scores. */
export function EvaluationHead({ evaluation }: { readonly evaluation: EvaluationView }) {
  const t = useText()
  const moment = useMoment()
  const { agent, call, callId, evaluator, scorecard, score, failed, passed, status, dispute, summary, dueAt } = evaluation
  const open = evaluation.sections.flatMap(({ items }) => items).filter(({ answer }) => answer === null).length
  return (
    <div className={styles['head']}>
      <div className={styles['score']} data-passed={passed === null ? 'open' : passed}>
        <strong>{score === null ? '—' : score}</strong>
        <span>{failed ? t(evaluationWords.failed) : passed === null ? t(evaluationWords.unanswered(open)) : t(passed ? evaluationWords.passed : evaluationWords.notPassed)}</span>
        <small>{t(evaluationWords.passScore(scorecard.passScore))}</small>
        {dispute?.ruling === 'changed' && dispute.scoreBefore !== null && <small>{t(evaluationWords.wasBefore(dispute.scoreBefore))}</small>}
      </div>
      <dl>
        <div><dt>{t(qualityWords.agent)}</dt><dd>{agent.name}</dd></div>
        <div><dt>{t(evaluationWords.callAt)}</dt><dd>{moment(call.startedAt)} · {clock(call.durationMs)}{call.scenario && ` · ${t(call.scenario)}`} <Link to={replayPath(callId, 0)}>{t(qualityWords.hearCall)}</Link></dd></div>
        <div><dt>{t(evaluationWords.evaluator)}</dt><dd>{evaluator.name} · {t(scorecard.title)}</dd></div>
        <div><dt>{t(evaluationWords.status)}</dt><dd>{t(evaluationWords.statuses[status])}{status === 'published' && dueAt !== null && ` · ${t(evaluationWords.answerBy(moment(dueAt)))}`}</dd></div>
      </dl>
      <div className={styles['words']}>
        {summary !== '' && <blockquote>{summary}</blockquote>}
        {dispute && (
          <div className={styles['dispute']}>
            <strong>{t(evaluationWords.disputeOf(agent.name))}</strong>
            <p>{dispute.reason}</p>
            {dispute.ruling === null ? <small>{t(evaluationWords.settleBy(moment(dispute.dueAt)))}</small> : <p><b>{t(evaluationWords.ruled[dispute.ruling])}</b> · {dispute.reviewer}：{dispute.note}</p>}
          </div>
        )}
      </div>
    </div>
  )
}
