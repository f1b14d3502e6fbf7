import type { Label } from '../../../../server/protocol.ts'
import { structureWords } from '../../i18n/structure-words.ts'
import { useText } from '../../i18n/use-text.ts'
import styles from './structure.module.css'

/** Says what a form still lacks, beside the button that waits for it; nothing when it is whole. `parts`: each with whether it is there. */
export function MissingParts({ parts }: { readonly parts: readonly (readonly [Label, boolean])[] }) {
  const t = useText()
  const missing = parts.filter(([, there]) => !there).map(([label]) => label)
  if (missing.length === 0) return null
  return <p className={styles['hint']} role="note">{t(structureWords.missing({ zh: missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join(', ') }))}</p>
}
