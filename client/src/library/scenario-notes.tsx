import type { Label, ScenarioPage } from '../../../server/protocol.ts'
import { libraryWords } from '../i18n/library-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './scenario-page.module.css'

type Unit = keyof typeof libraryWords.unit
const isUnit = (unit: string): unit is Unit => Object.hasOwn(libraryWords.unit, unit)

/** What a trainer must know before the sentences: today's law, cautions, what to find out, figures, forbidden words. */
export function ScenarioNotes({ page }: { readonly page: ScenarioPage }) {
  const t = useText()
  const { note, cautions, findOut, figures, rules } = page
  const unit = (of: string): Label => (isUnit(of) ? libraryWords.unit[of] : { zh: of, en: of })
  return (
    <div className={styles['notes']}>
      {note !== null && <section data-kind="note"><h2>{t(libraryWords.note)}</h2><p>{note}</p></section>}
      {cautions.length > 0 && <section><h2>{t(libraryWords.cautions)}</h2><ul>{cautions.map((each) => <li key={each.en}>{t(each)}</li>)}</ul></section>}
      {findOut.length > 0 && <section><h2>{t(libraryWords.findOut)}</h2><p>{findOut.map(t).join(' · ')}</p></section>}
      {figures.length > 0 && (
        <section>
          <h2>{t(libraryWords.figures)}</h2>
          <ul>{figures.map(({ id, value, unit: of, source }) => <li key={id}><b>{value} {t(unit(of))}</b> {source}</li>)}</ul>
        </section>
      )}
      {rules.length > 0 && (
        <section>
          <h2>{t(libraryWords.rules)}</h2>
          <ul>{rules.map(({ id, name, why, sayInstead }) => <li key={id}><del>{name}</del> {why} → “{sayInstead}”</li>)}</ul>
        </section>
      )}
    </div>
  )
}
