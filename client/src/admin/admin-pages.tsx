import { NavLink, Route, Routes } from 'react-router'
import { useHasRole } from '../connection/session.ts'
import { adminWords } from '../i18n/admin-words.ts'
import { appWords } from '../i18n/app-words.ts'
import { privacyWords } from '../i18n/privacy-words.ts'
import { useText } from '../i18n/use-text.ts'
import { EmptyState } from '../ui/states.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import styles from './admin.module.css'
import { KeysPage } from './keys-page.tsx'
import { PeoplePage } from './people-page.tsx'
import { PrivacyPage } from './privacy-page.tsx'
import { RecordPage } from './record-page.tsx'
import { TeamsPage } from './teams-page.tsx'
import pageNav from '../ui/page-nav.module.css'

/** People, teams, keys and the record of what was done. */
export function AdminPages() {
  const t = useText()
  const administers = useHasRole('administrator')
  return (
    <>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        {administers ? (
          <>
            <nav className={pageNav['nav']} aria-label={t(appWords.administration)}>
              <NavLink to="/admin" end>{t(adminWords.people)}</NavLink>
              <NavLink to="/admin/teams">{t(adminWords.teams)}</NavLink>
              <NavLink to="/admin/keys">{t(adminWords.keys)}</NavLink>
              <NavLink to="/admin/privacy">{t(privacyWords.privacy)}</NavLink>
              <NavLink to="/admin/record">{t(adminWords.record)}</NavLink>
            </nav>
            <Routes>
              <Route index element={<PeoplePage />} />
              <Route path="teams" element={<TeamsPage />} />
              <Route path="keys" element={<KeysPage />} />
              <Route path="privacy" element={<PrivacyPage />} />
              <Route path="record" element={<RecordPage />} />
              <Route path="*" element={<EmptyState title={t(appWords.noSuchPage)} />} />
            </Routes>
          </>
        ) : (
          <EmptyState title={t(adminWords.onlyAdministrators)}>{t(adminWords.onlyAdministratorsHelp)}</EmptyState>
        )}
      </main>
    </>
  )
}
