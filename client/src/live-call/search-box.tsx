import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useScenarios } from '../connection/use-scenarios.ts'
import { searchWords } from '../i18n/search-words.ts'
import { useText } from '../i18n/use-text.ts'
import { scenarioSearch } from '../state/scenario-search.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import styles from './search-box.module.css'

interface Props {
  readonly open: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onChoose: (scenario: string) => void
}

const warmUp = ['tui', 'huanji', '退货']
const warmUpAfterMs = 300

/** Finds a scenario while typing; arrows choose, Enter takes it, Esc leaves everything as it was. */
export function SearchBox({ open, onOpen, onClose, onChoose }: Props) {
  const t = useText()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const { cards, failed } = useScenarios()
  const search = useMemo(() => (cards ? scenarioSearch(cards) : null), [cards])
  const typed = useDeferredValue(query)
  const results = useMemo(() => search?.(typed) ?? [], [search, typed])

  // The browser compiles a search when it first runs: before the agent types, not while.
  useEffect(() => {
    if (!search) return undefined
    const timer = setTimeout(() => {
      for (const letters of warmUp) search(letters)
    }, warmUpAfterMs)
    return () => clearTimeout(timer)
  }, [search])
  useEffect(() => {
    if (open) input.current?.focus()
    else input.current?.blur()
  }, [open])
  const leave = () => {
    setQuery('')
    onClose()
  }
  const take = (scenario: string | undefined) => {
    if (scenario === undefined) return
    onChoose(scenario)
    leave()
  }
  const move = (by: number) => setAt((before) => (before + by + results.length) % Math.max(1, results.length))
  const showing = open && typed.trim() !== ''
  return (
    <div className={styles['search']} role="search">
      <input
        ref={input}
        role="combobox"
        aria-expanded={showing}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={showing && results[at] ? `${list}-${at}` : undefined}
        aria-label={t(searchWords.label)}
        placeholder={t(searchWords.placeholder)}
        value={query}
        spellCheck={false}
        onFocus={onOpen}
        onBlur={onClose}
        onChange={({ target }) => {
          setQuery(target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            move(event.key === 'ArrowDown' ? 1 : -1)
          } else if (event.key === 'Enter') take(results[at]?.id)
          else if (event.key === 'Escape') leave()
        }}
      />
      <KeyCap of={open ? 'Esc' : '/'} />
      {showing && (
        <div className={styles['results']}>
          {results.length === 0 && (
            <p>
              <b>{t(failed ? searchWords.broken : searchWords.none(typed))}</b>
              {t(searchWords.noneHelp)}
            </p>
          )}
          <ul role="listbox" id={list} aria-label={t(searchWords.label)}>
            {results.map(({ id, title, family, words }, place) => (
              <li key={id} id={`${list}-${place}`} role="option" aria-selected={place === at} onMouseDown={(event) => event.preventDefault()} onMouseMove={() => setAt(place)} onClick={() => take(id)}>
                <b>{t(title)}</b>
                <small>{words ?? t(family)}</small>
              </li>
            ))}
          </ul>
          {results.length > 0 && <footer>{t(searchWords.keys)}</footer>}
        </div>
      )}
    </div>
  )
}
