import { Link } from 'react-router'
import type { BlastSide, BlastView, Label } from '../../../server/protocol.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import styles from './blast-panel.module.css'

const texts = authoringWords.blast
/** Examples shown of each rule. */
const mostShown = 8

function Moment({ callId, atMs }: { readonly callId: string; readonly atMs: number }) {
  return <Link to={`/training/replay/${encodeURIComponent(callId)}?at=${String(Math.max(0, Math.round(atMs)))}`}>{callId} {clock(atMs)}</Link>
}

type Cause = NonNullable<BlastSide['causes']>[string]
const causes: readonly Cause[] = ['rule', 'model', 'way']

type RuleNames = ReadonlyMap<string, Label>

function Side({ title, none, side, names }: { readonly title: string; readonly none: string; readonly side: BlastSide; readonly names: RuleNames }) {
  const t = useText()
  const rules = Object.entries(side.byRule).toSorted(([, one], [, other]) => other - one)
  const groups = causes.map((cause) => ({ cause, own: rules.filter(([rule]) => (side.causes?.[rule] ?? 'rule') === cause) })).filter(({ own }) => own.length > 0)
  return (
    <section className={styles['side']}>
      <h3>{title} <b>{side.count}</b></h3>
      {rules.length === 0 && <p>{none}</p>}
      {groups.map(({ cause, own }, group) => (
        <div key={cause} role="group" aria-label={t(texts.causes[cause])}>
          <h4>{t(texts.causes[cause])} <b>{own.reduce((sum, [, count]) => sum + count, 0)}</b></h4>
          {own.map(([rule, count], place) => (
            <details key={rule} open={group + place === 0}>
              <summary>{names.has(rule) && <>{t(names.get(rule) ?? { zh: rule, en: rule })} </>}<code>{rule}</code> <b>{count}</b></summary>
              <ul>
                {side.examples.filter((example) => example.rule === rule).slice(0, mostShown).map(({ callId, atMs, match, utteranceId }) => (
                  <li key={`${callId} ${utteranceId} ${match}`}><mark>{match}</mark> <Moment callId={callId} atMs={atMs} /></li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      ))}
    </section>
  )
}

/** What the draft would have changed in the calls that were looked at. */
export function BlastResult({ result, names }: { readonly result: NonNullable<BlastView['result']>; readonly names: RuleNames }) {
  const t = useText()
  const { calls, utterances, rerun, sampledFrom, gained, lost, guidance, alarmsPer100 } = result
  if (calls === 0) return <p className={styles['note']}>{t(texts.inTheWay)}</p>
  return (
    <>
      <p className={styles['looked']}>{t(texts.looked(calls, utterances))}{sampledFrom !== null && ` · ${t(texts.sampled(rerun, sampledFrom))}`}</p>
      <p className={styles['alarms']}>{t(texts.alarms)} <b>{alarmsPer100.before}</b> → <b data-more={alarmsPer100.after > alarmsPer100.before}>{alarmsPer100.after}</b></p>
      <div className={styles['sides']}>
        <Side title={t(texts.gained)} none={t(texts.noneGained)} side={gained} names={names} />
        <Side title={t(texts.lost)} none={t(texts.noneLost)} side={lost} names={names} />
        <section className={styles['side']}>
          <h3>{t(texts.guidance)} <b>{guidance.calls}</b></h3>
          {guidance.examples.length === 0 && <p>{t(texts.noneGuidance)}</p>}
          <ul>
            {guidance.examples.slice(0, mostShown).map(({ callId, atMs, before, after }) => (
              <li key={callId}>
                <Moment callId={callId} atMs={atMs} />
                <del>{before ?? t(texts.nothing)}</del>
                <ins>{after ?? t(texts.nothing)}</ins>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
