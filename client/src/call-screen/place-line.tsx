import type { Guidance } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './place-line.module.css'

const mostBars = 12

/** Which scenario the call is in and how far along. */
export function PlaceLine({ place }: Pick<Guidance, 'place'>) {
  const t = useText()
  if (place === null) return <div className={styles['line']} />
  const { scenario, number, total, interruption } = place
  const bars = Math.min(total, mostBars)
  const here = Math.ceil((number / total) * bars)
  return (
    <div className={styles['line']}>
      <span className={styles['chip']} data-interruption={interruption}>
        {interruption && <b>↷ {t(callWords.interruption)}</b>}
        {t(scenario)}
      </span>
      <span className={styles['bars']} aria-hidden>
        {Array.from({ length: bars }, (_, at) => (
          <i key={at} data-state={at + 1 < here ? 'done' : at + 1 === here ? 'now' : 'later'} />
        ))}
      </span>
      <span className={styles['step']}>{t(callWords.step(number, total))}</span>
    </div>
  )
}
