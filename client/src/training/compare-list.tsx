import type { AdviceView, CallComparison } from '../../../server/protocol.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { EmptyState } from '../ui/states.tsx'
import styles from './compare-list.module.css'
import { MarkShape } from './replay-mark-shape.tsx'

interface Props {
  readonly comparison: CallComparison
  readonly atMs: number
  readonly onSeek: (atMs: number) => void
}

/** Where the advice parts, first of all, and every warning gained or lost; pressing one goes there. */
export function CompareList({ comparison: { partings, warnings, outcomes }, atMs, onSeek }: Props) {
  const t = useText()
  const place = ({ scenario, frame }: AdviceView) => (frame === null ? t(replayWords.scriptOver) : `${scenario ? t(scenario) : frame.flow} / ${frame.step}`)
  if (partings.length === 0 && warnings.length === 0) return <EmptyState title={t(replayWords.same)}>{t(replayWords.sameHelp)}</EmptyState>
  return (
    <div className={styles['list']}>
      {outcomes.before?.en !== outcomes.after?.en && <p>{t(replayWords.outcome)} {outcomes.before ? t(outcomes.before) : '—'} → {outcomes.after ? t(outcomes.after) : '—'}</p>}
      <ol>
        {partings.map(({ atMs: from, untilMs, kind, before, after }, nth) => (
          <li key={`${from} ${kind}`}>
            <button type="button" data-first={nth === 0} aria-current={from <= atMs && (untilMs === null || atMs < untilMs)} onClick={() => onSeek(from)}>
              <time>{clock(from)}</time>
              <span>
                <b>{nth === 0 && `${t(replayWords.firstParting)} · `}{t(replayWords.parting[kind])}</b>
                {kind === 'step' && <small>{place(before)} → {place(after)}</small>}
                <del>{before.text}</del>
                <ins>{after.text}</ins>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <ol>
        {warnings.map(({ change, atMs: at, rule, match, severity, before, after }) => (
          <li key={`${change} ${at} ${rule} ${match}`}>
            <button type="button" data-change={change} onClick={() => onSeek(at)}>
              <time>{clock(at)}</time>
              <span>
                <b><MarkShape mark={{ kind: 'warning', severity, fate: after ?? before }} /> {t(replayWords.change[change])}</b>
                <small>{match} <code>{rule}</code></small>
                <small>{[before && t(replayWords.fates[before]), after && t(replayWords.fates[after])].filter(Boolean).join(' → ')}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
