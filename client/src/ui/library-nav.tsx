import { NavLink } from 'react-router'
import { useHasRole } from '../connection/session.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { coverageWords } from '../i18n/coverage-words.ts'
import { libraryWords } from '../i18n/library-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './page-nav.module.css'

/** The pages of the library beside each other. */
export function LibraryNav() {
  const t = useText()
  const uses = useHasRole('supervisor', 'trainer', 'qa-lead')
  const drafts = useHasRole('trainer', 'qa-lead')
  return (
    <nav className={styles['nav']} aria-label={t(libraryWords.title)}>
      <NavLink to="/library" end>{t(libraryWords.scenarios)}</NavLink>
      {uses && <NavLink to="/library/coverage">{t(coverageWords.title)}</NavLink>}
      {uses && <NavLink to="/library/rules">{t(coverageWords.rules.title)}</NavLink>}
      {drafts && <NavLink to="/library/drafts">{t(authoringWords.title)}</NavLink>}
      {drafts && <NavLink to="/library/versions">{t(authoringWords.versions)}</NavLink>}
    </nav>
  )
}
