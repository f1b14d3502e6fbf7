import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyCap, KeyHint } from '../ui/key-cap.tsx'
import { type Command, commandOf } from './keymap.ts'
import styles from './key-legend.module.css'

const shown = [
  { key: 'Z', label: callWords.undo },
  { key: 'A', label: callWords.angry },
  { key: 'S', label: callWords.supervisor },
  { key: 'T', label: callWords.exposure },
  { key: '!', label: callWords.safety },
  { key: 'Q', label: callWords.question },
  { key: 'P', label: callWords.float },
]
const idle = { ctrlKey: false, altKey: false, metaKey: false, repeat: false, isComposing: false }

/** The keys that work anywhere on the page; a click does the same. */
export function KeyLegend({ version, run }: { readonly version: string; readonly run: (command: Command) => void }) {
  const t = useText()
  return (
    <footer className={styles['legend']}>
      <span>
        <KeyCap of="1" />–<KeyCap of="9" /> {t(callWords.reactions)}
      </span>
      {shown.map(({ key, label }) => {
        const command = commandOf({ key, ...idle })
        return (
          <KeyHint key={key} of={key} onPress={() => command && run(command)}>
            {t(label)}
          </KeyHint>
        )
      })}
      <span className={styles['version']}>{t(callWords.version(version))}</span>
    </footer>
  )
}
