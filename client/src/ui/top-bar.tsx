import type { ReactNode } from 'react'
import { Link, NavLink } from 'react-router'
import { useHasRole } from '../connection/session.ts'
import { appWords } from '../i18n/app-words.ts'
import { useText } from '../i18n/use-text.ts'
import { prefer, usePreferences } from '../state/preferences.ts'
import { PersonMark } from './person-mark.tsx'
import styles from './top-bar.module.css'

/** Language and colours, one click each. */
export function PreferenceSwitches() {
  const t = useText()
  const { language, theme } = usePreferences()
  const dark = theme === 'dark'
  return (
    <>
      <button type="button" className={styles['switch']} onClick={() => prefer({ language: language === 'zh' ? 'en' : 'zh' })} lang={language === 'zh' ? 'en' : 'zh-CN'}>
        {language === 'zh' ? 'EN' : '中文'}
      </button>
      <button type="button" className={styles['switch']} onClick={() => prefer({ theme: dark ? 'light' : 'dark' })} aria-label={t(dark ? appWords.lightColours : appWords.darkColours)} title={t(dark ? appWords.lightColours : appWords.darkColours)}>
        {dark ? '☀' : '☾'}
      </button>
    </>
  )
}

/** The top edge of every page; `children` stand beside the name, `end` before the switches. `busy`: somebody is on the line, and the way out is not shown. */
export function TopBar({ children, end, busy = false }: { readonly children?: ReactNode; readonly end?: ReactNode; readonly busy?: boolean }) {
  const t = useText()
  return (
    <header className={styles['bar']} data-crowded={end !== undefined}>
      <Link to="/" className={styles['brand']} title={t(appWords.home)}>
        <img src="/sunline.svg" alt="" width={22} height={22} />
        Sunline
      </Link>
      {children}
      <span className={styles['space']} />
      {end}
      {!busy && <PersonMark />}
      <PreferenceSwitches />
    </header>
  )
}

/** The way to the other pages; not shown beside a live call. */
export function Pages() {
  const t = useText()
  const takesCalls = useHasRole('agent', 'supervisor', 'trainer', 'qa-lead')
  const reviews = useHasRole('supervisor', 'qa-lead')
  const answers = useHasRole('agent')
  const supervises = useHasRole('supervisor')
  const administers = useHasRole('administrator')
  return (
    <nav className={styles['nav']} aria-label={t(appWords.pages)}>
      {takesCalls && <NavLink to="/" end>{t(appWords.calls)}</NavLink>}
      {supervises && <NavLink to="/wall">{t(appWords.wall)}</NavLink>}
      <NavLink to="/library">{t(appWords.library)}</NavLink>
      {takesCalls && <NavLink to="/training">{t(appWords.training)}</NavLink>}
      {answers && <NavLink to="/my/evaluations">{t(appWords.myEvaluations)}</NavLink>}
      {reviews && <NavLink to="/quality">{t(appWords.quality)}</NavLink>}
      {administers && <NavLink to="/admin">{t(appWords.administration)}</NavLink>}
    </nav>
  )
}
