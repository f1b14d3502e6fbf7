import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { ScenarioCard } from '../../../server/protocol.ts'
import { useScenarios } from '../connection/use-scenarios.ts'
import { appWords } from '../i18n/app-words.ts'
import { libraryWords } from '../i18n/library-words.ts'
import { useText } from '../i18n/use-text.ts'
import { scenarioSearch } from '../state/scenario-search.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import { LibraryNav } from '../ui/library-nav.tsx'
import styles from './library-page.module.css'

const mostFound = 40

function Family({ cards }: { readonly cards: readonly ScenarioCard[] }) {
  const t = useText()
  const [first] = cards
  return (
    <section id={`family-${first?.family ?? ''}`} className={styles['family']}>
      <h2>{first && t(first.familyLabel)} <small>{cards.length}</small></h2>
      <ul>
        {cards.map(({ id, title, goal }) => (
          <li key={id}>
            <Link to={`/library/${id}`}>
              <b>{t(title)}</b>
              <span>{t(goal)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Every scenario, family by family; typing narrows them down. */
export function LibraryPage() {
  const t = useText()
  const { cards, failed, retry } = useScenarios()
  const [query, setQuery] = useState('')
  const search = useMemo(() => (cards ? scenarioSearch(cards) : null), [cards])
  const shown = useMemo(() => {
    if (!cards || query.trim() === '') return cards ?? []
    const found = new Set(search?.(query, mostFound).map(({ id }) => id))
    return cards.filter(({ id }) => found.has(id))
  }, [cards, query, search])
  const families = [...new Set(shown.map(({ family }) => family))]
  return (
    <div className={styles['frame']}>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        <LibraryNav />
        <header>
          <h1>{t(libraryWords.title)}</h1>
          {cards && <p>{t(libraryWords.intro(cards.length))}</p>}
          <Input size="large" autoFocus allowClear value={query} placeholder={t(libraryWords.filter)} aria-label={t(libraryWords.filter)} onChange={({ target }) => setQuery(target.value)} />
        </header>
        {failed && <EmptyState title={t(libraryWords.broken)} actions={<Button onClick={retry}>{t(appWords.retry)}</Button>} />}
        {!cards && !failed && <LoadingState label={t(appWords.loading)} lines={6} />}
        {cards && families.length === 0 && <EmptyState title={t(libraryWords.nothing(query))} />}
        {families.map((family) => (
          <Family key={family} cards={shown.filter((card) => card.family === family)} />
        ))}
      </main>
    </div>
  )
}
