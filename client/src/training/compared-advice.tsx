import type { ReplayScreen } from '../../../server/protocol.ts'
import { isCallersReaction } from '../call-screen/callers-reactions.ts'
import { PlaceLine } from '../call-screen/place-line.tsx'
import { Reactions } from '../call-screen/reactions.tsx'
import { Sentence } from '../call-screen/sentence.tsx'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import styles from './compared-advice.module.css'

const nothing = (): void => undefined

/** What one version says at a moment: its warning, its sentence, the reactions it waits for. */
export function ComparedAdvice({ title, screen: { guidance, warnings } }: { readonly title: string; readonly screen: ReplayScreen }) {
  const t = useText()
  const { current } = warnings
  return (
    <section className={styles['advice']} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles['warning']} data-severity={current?.severity}>
        {current === null ? t(replayWords.noWarning) : <><b>{t(warningWords.shape[current.severity])}</b> <del>{current.match}</del> {t(warningWords.sayInstead(current.sayInstead))}</>}
      </p>
      <PlaceLine place={guidance.place} />
      <Sentence guidance={guidance} wording={guidance.phrase} waiting={false} run={nothing} onTick={nothing} />
      <Reactions options={guidance.reactions.filter(({ id }) => isCallersReaction(id))} onReact={nothing} />
    </section>
  )
}
