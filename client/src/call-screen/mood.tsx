import type { CallView } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './mood.module.css'

const width = 280
const height = 48
const shownTurns = 24

const moodOf = (level: number) => (level < 0.34 ? callWords.moods.calm : level < 0.67 ? callWords.moods.tense : callWords.moods.angry)

/** How angry the caller has been over the last turns, as a curve and in a word. */
export function Mood({ anger }: Pick<CallView, 'anger'>) {
  const t = useText()
  const turns = anger.length === 0 ? [] : [{ atMs: 0, level: 0 }, ...anger].slice(-shownTurns)
  const newest = turns.at(-1)
  const spacing = width / Math.max(1, turns.length - 1)
  const points = turns.map(({ level }, at) => ({ x: at * spacing, y: height - 4 - Math.min(1, Math.max(0, level)) * (height - 8) }))
  const end = points.at(-1)
  return (
    <section className={styles['mood']}>
      <h2>
        {t(callWords.mood)}
        <b>{newest ? t(moodOf(newest.level)) : t(callWords.moodLater)}</b>
      </h2>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden preserveAspectRatio="none">
        <path className={styles['limit']} d={`M0 ${height / 3}H${width}`} />
        {points.length > 1 && <path className={styles['curve']} d={`M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`} />}
        {end && <circle cx={end.x - 4} cy={end.y} r={4} />}
      </svg>
    </section>
  )
}
