import { Link } from 'react-router'
import type { FindingView, Verdict } from '../../../server/protocol.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import { clock } from '../state/now.ts'
import styles from './finding-detail.module.css'
import { MarkedText } from '../ui/marked-text.tsx'
import { replayPath } from './replay-path.ts'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { useMoment } from './use-moment.ts'

const verdicts: readonly Verdict[] = ['right', 'false alarm', 'coaching']
const reasonOf = (id: string): string => (Object.hasOwn(warningWords.reasons, id) ? id : '')

/** One finding with all that explains it, and what to do about it. */
export function FindingDetail({ finding, mayJudge, mark }: { readonly finding: FindingView; readonly mayJudge: boolean; readonly mark: (verdict: Verdict | null) => void }) {
  const t = useText()
  const moment = useMoment()
  const { callId, at, atMs, agent, team, scenario, step, rule, category, severity, utterance, start, end, sayInstead, state, dismissedBecause, judgement, libraryVersion } = finding
  const facts = [
    [qualityWords.agent, team ? `${agent.name} · ${team.name}` : agent.name],
    [qualityWords.time, `${moment(at)} · ${clock(atMs)}`],
    [qualityWords.rule, `${rule.name} · ${t(category.label)}`],
    ...(scenario ? [[qualityWords.scenario, t(scenario.title)] as const] : []),
    ...(step === null ? [] : [[qualityWords.step, t(step.label)] as const]),
    [qualityWords.state, t(qualityWords.states[state])],
    ...(dismissedBecause === null ? [] : [[qualityWords.dismissedBecause, reasonOf(dismissedBecause) === '' ? dismissedBecause : t(warningWords.reasons[dismissedBecause as keyof typeof warningWords.reasons])] as const]),
    [qualityWords.version, libraryVersion],
  ] as const
  return (
    <aside className={styles['detail']} aria-label={rule.name}>
      <SeverityMark severity={severity} />
      <blockquote><MarkedText text={utterance} marks={[{ start, end }]} kind="forbidden" /></blockquote>
      <p className={styles['instead']}>{t(qualityWords.instead(sayInstead))}</p>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label.en}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayJudge && (
        <div className={styles['verdicts']} role="group" aria-label={t(qualityWords.verdict)}>
          {verdicts.map((verdict) => (
            <button key={verdict} type="button" aria-pressed={judgement?.verdict === verdict} onClick={() => mark(judgement?.verdict === verdict ? null : verdict)}>
              {t(qualityWords.verdicts[verdict])}
            </button>
          ))}
        </div>
      )}
      {judgement && <p className={styles['by']}>{t(qualityWords.verdicts[judgement.verdict])} · {t(qualityWords.judgedBy(judgement.by))}</p>}
      <p className={styles['links']}>
        <Link to={replayPath(callId, atMs)}>{t(qualityWords.open)}</Link>
        <Link to={`/quality/evaluations/new?call=${encodeURIComponent(callId)}`}>{t(qualityWords.evaluate)}</Link>
        <a href={`/api/quality/calls/${encodeURIComponent(callId)}/dossier.html`} target="_blank" rel="noreferrer">{t(qualityWords.dossier)}</a>
      </p>
    </aside>
  )
}
