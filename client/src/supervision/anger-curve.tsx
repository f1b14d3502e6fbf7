import { useText } from '../i18n/use-text.ts'
import { wallWords } from '../i18n/wall-words.ts'
import styles from './wall-tile.module.css'

const width = 240
const height = 36

const moodOf = (level: number | undefined) => (level === undefined ? 'none' : level < 0.34 ? 'calm' : level < 0.67 ? 'tense' : 'angry')

/** How angry the caller has been, as a curve and in a word. */
export function AngerCurve({ levels }: { readonly levels: readonly number[] }) {
  const t = useText()
  const mood = moodOf(levels.at(-1))
  const spacing = width / Math.max(1, levels.length)
  const points = [0, ...levels].map((level, at) => `${(at * spacing).toFixed(1)} ${(height - 3 - level * (height - 6)).toFixed(1)}`)
  return (
    <span className={styles['mood']} data-mood={mood}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden preserveAspectRatio="none">
        <path className={styles['limit']} d={`M0 ${height / 3}H${width}`} />
        {levels.length > 0 && <path className={styles['curve']} d={`M${points.join('L')}`} />}
      </svg>
      <b>{t(wallWords.moods[mood])}</b>
    </span>
  )
}
