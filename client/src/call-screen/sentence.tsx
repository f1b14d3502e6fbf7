import type { Guidance, PhraseText } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import { placedParts, sizeOf } from './phrase.ts'
import styles from './sentence.module.css'

/** A phrase with its facts underlined; one not known yet stands as a labelled gap to be filled in by the speaker. */
export function SpokenPhrase({ phrase }: { readonly phrase: PhraseText }) {
  const t = useText()
  return placedParts(phrase.parts).map(({ part, start }) => {
    if ('text' in part) return <span key={start}>{part.text}</span>
    if (part.value !== null) return <u key={start} title={t(part.label)}>{part.value}</u>
    return <span key={`gap ${start}`} className={styles['gap']} title={t(callWords.gapHelp)}>{t(callWords.gap(t(part.label)))}</span>
  })
}

/** What the keys on the card do. */
export interface SentenceCommand {
  readonly do: 'said' | 'variant' | 'why'
}
interface Props {
  readonly guidance: Guidance
  readonly wording: PhraseText | null
  readonly waiting: boolean
  readonly run: (command: SentenceCommand) => void
  readonly onTick: (point: string, said: boolean) => void
}

/** The one sentence to say now. The card keeps its height, whatever stands in it. */
export function Sentence({ guidance, wording, waiting, run, onTick }: Props) {
  const t = useText()
  const { language } = usePreferences()
  const { bridge, points, tone, variants, finished } = guidance
  if (wording === null) {
    return (
      <div className={styles['card']} data-empty="true">
        <strong>{t(finished ? callWords.finished : callWords.listening)}</strong>
        <span>{t(finished ? callWords.finishedHelp : callWords.listeningHelp)}</span>
      </div>
    )
  }
  return (
    <div className={styles['card']}>
      <div className={styles['words']} data-language={language} data-size={sizeOf([...(bridge?.parts ?? []), ...wording.parts])}>
        <p lang="zh-CN">
          {bridge !== null && <span className={styles['bridge']}><SpokenPhrase phrase={bridge} /></span>}
          <SpokenPhrase phrase={wording} />
        </p>
        {language === 'en' && <p className={styles['english']} lang="en">{[bridge?.en, wording.en].filter(Boolean).join(' ')}</p>}
        {tone !== null && <p className={styles['tone']}>{t(callWords.tone(tone))}</p>}
      </div>
      <ul className={styles['points']} aria-label={t(callWords.points)}>
        {points.map(({ id, label, said, heard }) => (
          <li key={id}>
            <button type="button" data-said={said} aria-pressed={said} aria-label={t(said ? callWords.untick(t(label)) : callWords.tick(t(label)))} title={heard === null ? undefined : t(callWords.heardWords(heard))} onClick={() => onTick(id, !said)}>
              <i aria-hidden>{said ? '✓' : ''}</i>
              {t(label)}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles['foot']}>
        <KeyHint of={t(callWords.space)} shortcut="Space" onPress={() => run({ do: 'said' })}>
          {t(waiting ? callWords.waiting : callWords.said)}
        </KeyHint>
        {variants.length > 0 && (
          <KeyHint of="V" onPress={() => run({ do: 'variant' })}>
            {t(callWords.variant)} · {t(callWords.style[wording.style])}
          </KeyHint>
        )}
        <KeyHint of="?" onPress={() => run({ do: 'why' })}>{t(callWords.why)}</KeyHint>
      </div>
    </div>
  )
}
