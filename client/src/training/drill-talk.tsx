import { useEffect, useRef } from 'react'
import type { DrillView } from '../../../server/protocol.ts'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import styles from './drill-talk.module.css'

/** What was said so far; the newest stays in view. */
export function DrillTalk({ drill: { turns, over } }: { readonly drill: DrillView }) {
  const t = useText()
  const end = useRef<HTMLLIElement>(null)
  const said = turns.length
  useEffect(() => {
    if (said > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [said])
  const waiting = said === 0 ? drillWords.ringing : turns.at(-1)?.speaker === 'agent' ? drillWords.goOn : drillWords.yourTurn
  return (
    <ol className={styles['talk']} aria-live="polite">
      {turns.map(({ id, speaker, text, atMs }) => (
        <li key={id} data-speaker={speaker}>
          <small>{t(speaker === 'caller' ? drillWords.caller : drillWords.you)} {clock(atMs)}</small>
          <p lang="zh-CN">{text}</p>
        </li>
      ))}
      {!over && <li ref={end} className={styles['waiting']}>{t(waiting)}</li>}
    </ol>
  )
}
