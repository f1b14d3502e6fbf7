import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { Link } from 'react-router'
import type { FoundUtterance, SearchView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { appWords } from '../i18n/app-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { FilterBar, type FilterField } from './filter-bar.tsx'
import { MarkedText } from '../ui/marked-text.tsx'
import { QualityFrame } from './quality-frame.tsx'
import { replayPath } from './replay-path.ts'
import styles from './search-page.module.css'
import { useFilter } from './use-filter.ts'
import { useMoment } from './use-moment.ts'
import { useRestingInput } from './use-resting-input.ts'

const fields: readonly FilterField[] = ['speaker', 'team', 'agent', 'scenario', 'origin']

function Found({ callId, atMs, at, agent, speaker, scenario, text, marks }: FoundUtterance) {
  const t = useText()
  const moment = useMoment()
  return (
    <li className={styles['found']}>
      <Link to={replayPath(callId, atMs)} aria-label={`${t(qualityWords.open)}：${text}`}>
        <span className={styles['text']} data-speaker={speaker}><small>{t(qualityWords.speakers[speaker])}</small> <MarkedText text={text} marks={marks} kind="found" /></span>
        <span className={styles['where']}>{agent.name} · {moment(at)} · {clock(atMs)}{scenario && ` · ${t(scenario.title)}`}</span>
      </Link>
    </li>
  )
}

/** All that was ever said: a word is typed, and every call that has it is there, at the second. */
export function SearchPage() {
  const t = useText()
  const { filter, query, change } = useFilter()
  const { shown, type, settle } = useRestingInput(filter.words ?? '', (words) => change({ words }))
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['quality', 'search', query],
    enabled: filter.words !== undefined,
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) => getJson<SearchView>(`/api/quality/search?${query}${pageParam === null ? '' : `&before=${String(pageParam)}`}`),
    getNextPageParam: ({ next }) => next,
  })
  const found = data?.pages.flatMap((page) => page.found) ?? []
  const took = data?.pages[0]
  return (
    <QualityFrame title={t(qualityWords.search)} note={took && filter.words !== undefined && t(qualityWords.took(`${String(found.length)}${hasNextPage ? '+' : ''}`, Math.ceil(took.tookMs)))}>
      <Input.Search autoFocus allowClear size="large" className={styles['box'] ?? ''} loading={isFetching} value={shown} placeholder={t(qualityWords.searchFor)} aria-label={t(qualityWords.searchFor)} onChange={({ target }) => type(target.value)} onSearch={settle} />
      <FilterBar filter={filter} change={change} fields={fields} />
      {filter.words === undefined && <EmptyState title={t(qualityWords.searchEmpty)}>{t(qualityWords.searchHelp)}</EmptyState>}
      {error && <EmptyState title={t(qualityWords.broken)}>{error.message}</EmptyState>}
      {filter.words !== undefined && !data && !error && <LoadingState label={t(appWords.loading)} lines={6} />}
      {data && found.length === 0 && <EmptyState title={t(qualityWords.nothing)}>{t(qualityWords.nothingHelp)}</EmptyState>}
      <ol className={styles['list']}>{found.map((utterance) => <Found key={utterance.id} {...utterance} />)}</ol>
      {hasNextPage && <Button className={styles['more'] ?? ''} onClick={() => void fetchNextPage()}>{t(qualityWords.more)}</Button>}
    </QualityFrame>
  )
}
