import type { TraineeProgress } from '../../../server/protocol.ts'
import { progressWords } from '../i18n/progress-words.ts'
import { useText } from '../i18n/use-text.ts'
import { ShareBar } from '../ui/share-bar.tsx'
import styles from './progress-readiness.module.css'

/** How ready somebody is, as a figure and a bar, and what is lacking. */
export function ProgressReadiness({ of: { readiness, lacks } }: { readonly of: Pick<TraineeProgress, 'readiness' | 'lacks'> }) {
  const t = useText()
  const ready = lacks.length === 0
  return (
    <span className={styles['readiness']} data-ready={ready}>
      <b>{readiness}</b>
      <ShareBar tone={ready ? 'ok' : 'warn'} share={readiness / 100} />
      <span>{ready ? `✓ ${t(progressWords.ready)}` : t(progressWords.lacking(lacks.map((lack) => progressWords.lacks[lack])))}</span>
    </span>
  )
}
