import { Link } from 'react-router'
import type { CoveredFlow, PageStep, PhraseText, ScenarioPage } from '../../../server/protocol.ts'
import { useHasRole } from '../connection/session.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { coverageWords } from '../i18n/coverage-words.ts'
import { libraryWords } from '../i18n/library-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import styles from './step-card.module.css'

function Sentence({ sentence }: { readonly sentence: PhraseText }) {
  const t = useText()
  const { language } = usePreferences()
  return (
    <p className={styles['sentence']} data-style={sentence.style}>
      {sentence.style !== 'main' && <small>{t(libraryWords.style[sentence.style])}</small>}
      <span lang="zh-CN">{sentence.parts.map((part) => ('text' in part ? part.text : <u key={part.fact}>{t(part.label)}</u>))}</span>
      {language === 'en' && <em lang="en">{sentence.en}</em>}
    </p>
  )
}

function StepCount({ step, covered }: Pick<Props, 'step' | 'covered'>) {
  const t = useText()
  const counts = covered?.steps.find(({ id }) => id === step.id)
  if (!counts) return null
  const { reached, shown, spoken } = counts
  if (reached === 0) return <p className={styles['count']} data-never><i aria-hidden />{t(coverageWords.step.never)}</p>
  return <p className={styles['count']}>{t(coverageWords.step.reached(reached))}{step.kind !== 'decide' && ` · ${t(coverageWords.step.spoken(shown, spoken))}`}</p>
}

interface Props {
  readonly step: PageStep
  readonly number: number
  readonly steps: ScenarioPage['steps']
  readonly selected: boolean
  /** How often stored calls came here; undefined until it is known. */
  readonly covered: CoveredFlow | undefined
  readonly onSelect: (step: string) => void
}

/** One speaking step in words: the sentence and its variants, what counts as said, where it goes on. */
export function StepCard({ step, number, steps, selected, covered, onSelect }: Props) {
  const t = useText()
  const drafts = useHasRole('trainer', 'qa-lead')
  const labelOf = (id: string) => {
    const found = steps.find((each) => each.id === id)
    return found ? t(found.label) : id
  }
  const takenTo = (id: string, to: string) => {
    const times = covered?.ways.find((way) => way.from === step.id && way.to === to && (step.kind === 'decide' || way.id === id))?.taken ?? 0
    return times > 0 && <small> {t(coverageWords.step.taken(times))}</small>
  }
  return (
    <li id={`step-${step.id}`} className={styles['card']} data-kind={step.kind} data-selected={selected}>
      <h3>
        <button type="button" className="plain" onClick={() => onSelect(step.id)}>
          <span>{number}</span> {t(step.label)}
        </button>
        {drafts && step.phrase !== null && <Link className={styles['change'] ?? ''} to={`/library/drafts?kind=phrase&item=${encodeURIComponent(step.phrase)}`}>{t(authoringWords.change)}</Link>}
        <code>{step.id}</code>
      </h3>
      <StepCount step={step} covered={covered} />
      {step.sentences.map((sentence) => (
        <Sentence key={`${sentence.style} ${sentence.en}`} sentence={sentence} />
      ))}
      {step.points.length > 0 && (
        <p className={styles['line']}>
          <b>{t(libraryWords.points)}</b>
          {step.points.map((point) => `✓ ${t(point)}`).join('　')}
          {step.tone !== null && <i>{t(libraryWords.tone)} · {t(step.tone)}</i>}
        </p>
      )}
      <ul className={styles['ways']}>
        {step.ways.map(({ id, label, to }) => (
          <li key={`${id} ${to}`}>
            {t(label)} →{' '}
            <button type="button" className="plain" onClick={() => onSelect(to)}>{labelOf(to)}</button>
            {takenTo(id, to)}
          </li>
        ))}
      </ul>
    </li>
  )
}
