import { createPortal } from 'react-dom'
import type { CallView } from '../../../server/protocol.ts'
import { SpokenPhrase } from '../call-screen/sentence.tsx'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import styles from './floating-panel.module.css'
import type { Desk } from './use-desk.ts'

/** Sentence, warning and keys in the window that floats over the softphone. */
export function FloatingPanel({ call, desk, into }: { readonly call: CallView; readonly desk: Desk; readonly into: Window }) {
  const t = useText()
  const { warnings, guidance } = call
  const { wording, reactions, run } = desk
  return createPortal(
    <main className={styles['panel']}>
      {warnings.current !== null && (
        <p className={styles['warning']} role="alert" data-severity={warnings.current.severity}>
          <b>{t(warningWords.shape[warnings.current.severity])}</b>
          {t(warningWords.sayInstead(warnings.current.sayInstead))}
        </p>
      )}
      <p className={styles['words']} lang="zh-CN">
        {guidance.bridge !== null && <SpokenPhrase phrase={guidance.bridge} />}
        {wording === null ? t(guidance.finished ? callWords.finished : callWords.listening) : <SpokenPhrase phrase={wording} />}
      </p>
      <ol>
        {reactions.slice(0, 6).map(({ id, label, heard }, at) => (
          <li key={id} data-heard={heard !== null}>
            <button type="button" onClick={() => run({ do: 'react', place: at + 1 })}>
              <KeyCap of={String(at + 1)} /> {t(label)}
            </button>
          </li>
        ))}
      </ol>
      <footer>
        <span><KeyCap of={t(callWords.space)} /> {t(callWords.said)}</span>
        <span><KeyCap of="V" /> {t(callWords.variant)}</span>
        <span><KeyCap of="Z" /> {t(callWords.undo)}</span>
        <span><KeyCap of="P" /> ✕</span>
      </footer>
    </main>,
    into.document.body,
  )
}
