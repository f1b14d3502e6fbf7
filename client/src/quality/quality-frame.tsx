import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { NavLink } from 'react-router'
import type { QualityChoices } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import styles from './quality-frame.module.css'
import pageNav from '../ui/page-nav.module.css'

const pages = [
  { to: '/quality', label: qualityWords.findings },
  { to: '/quality/trends', label: qualityWords.trends },
  { to: '/quality/search', label: qualityWords.search },
  { to: '/quality/evaluations', label: qualityWords.evaluations },
  { to: '/quality/calibrations', label: qualityWords.calibrations },
  { to: '/quality/reports', label: qualityWords.reports },
]

/** ms between two looks while ended calls wait for their review. */
const lookAgainMs = 2_000

/** What the filters offer, the same for all pages. */
export const useChoices = () =>
  useQuery({ queryKey: ['quality', 'choices'], queryFn: () => getJson<QualityChoices>('/api/quality/choices'), staleTime: 60_000, refetchInterval: ({ state: { data } }) => ((data?.behind ?? 0) > 0 ? lookAgainMs : false) })

/** Reads what the page shows again whenever calls that waited have been reviewed. */
function useReviewed(): void {
  const queries = useQueryClient()
  const behind = useChoices().data?.behind ?? 0
  const before = useRef(behind)
  useEffect(() => {
    if (behind < before.current) void queries.invalidateQueries({ queryKey: ['quality'], predicate: ({ queryKey: [, what] }) => what === 'findings' || what === 'trends' || what === 'search' })
    before.current = behind
  }, [behind, queries])
}

/** Top edge, the quality pages beside each other, and the page itself. `foot`: keys that act here. */
export function QualityFrame({ title, note, foot, children }: { readonly title: string; readonly note?: ReactNode; readonly foot?: ReactNode; readonly children: ReactNode }) {
  const t = useText()
  useReviewed()
  return (
    <div className={styles['frame']}>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        <nav className={pageNav['nav']} aria-label={t(qualityWords.title)}>
          {pages.map(({ to, label }) => <NavLink key={to} to={to} end={to === '/quality'}>{t(label)}</NavLink>)}
        </nav>
        <header className={styles['header']}>
          <h1>{title}</h1>
          {note !== undefined && <p>{note}</p>}
        </header>
        {children}
      </main>
      {foot !== undefined && <footer className={styles['foot']}>{foot}</footer>}
    </div>
  )
}
