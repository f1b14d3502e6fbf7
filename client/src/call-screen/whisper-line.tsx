import type { Whisper } from '../../../server/protocol.ts'
import { useText } from '../i18n/use-text.ts'
import { wallWords } from '../i18n/wall-words.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import styles from './whisper-line.module.css'

/** A supervisor's line at the foot of the page, until it is acknowledged. It takes the place of the keys there, so that nothing moves. */
export function WhisperLine({ whisper, onSeen }: { readonly whisper: Whisper; readonly onSeen: () => void }) {
  const t = useText()
  return (
    <footer className={styles['line']} role="status">
      <b>{t(wallWords.from(whisper.from))}</b>
      <span>{whisper.text}</span>
      <KeyHint of="W" onPress={onSeen}>{t(wallWords.acknowledge)}</KeyHint>
    </footer>
  )
}
