import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Table, type TableColumnsType, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { RuleCount, RulesView, Severity } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'
import { useHasRole } from '../connection/session.ts'
import { appWords } from '../i18n/app-words.ts'
import { authoringWords } from '../i18n/authoring-words.ts'
import { coverageWords } from '../i18n/coverage-words.ts'
import { useText } from '../i18n/use-text.ts'
import { warningWords } from '../i18n/warning-words.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import { LibraryNav } from '../ui/library-nav.tsx'
import styles from './rules-page.module.css'

const texts = coverageWords.rules
const severities: readonly Severity[] = ['block', 'warn', 'hint']
const columnOf = (key: 'raised' | 'repaired' | 'dismissed', title: string): TableColumnsType<RuleCount>[number] => ({ title, dataIndex: key, width: 84, align: 'right', sorter: (one, other) => one[key] - other[key], sortDirections: ['descend', 'ascend'] })

/** Rules never heard early stand below those never taken back. */
const rateOf = ({ heardEarly, takenBack }: RuleCount): number => (heardEarly === 0 ? -1 : takenBack / heardEarly)

/** Rules that nobody judged stand behind those that were always right. */
const precisionOf = ({ judged, right }: RuleCount): number => (judged === 0 ? 2 : right / judged)

function RuleTable({ rules }: { readonly rules: readonly RuleCount[] }) {
  const t = useText()
  const drafts = useHasRole('trainer', 'qa-lead')
  const columns: TableColumnsType<RuleCount> = [
    {
      title: t(texts.severity),
      dataIndex: 'severity',
      width: 96,
      render: (severity: Severity) => <span className={styles['severity']} data-severity={severity}><b aria-hidden>{t(warningWords.shape[severity])}</b> {t(warningWords.severity[severity])}</span>,
    },
    { title: t(texts.name), width: 190, render: (_, { id, name, categoryLabel }) => <><strong>{name}</strong> <code>{id}</code><p>{t(categoryLabel)}</p>{drafts && <> <Link to={`/library/drafts?kind=rule&item=${id}`} aria-label={t(authoringWords.changeId(id))}>{t(authoringWords.change)}</Link></>}</> },
    { title: `${t(texts.sayInstead)} · ${t(texts.why)}`, render: (_, { sayInstead, why }) => <>“{sayInstead}”<p>{why}</p></> },
    {
      title: t(texts.scope),
      width: 130,
      render: (_, { scenarios }) => (scenarios.length === 0 ? t(texts.everywhere) : <ul>{scenarios.map(({ id, title }) => <li key={id}><Link to={`/library/${id}`}>{t(title)}</Link></li>)}</ul>),
    },
    { ...columnOf('raised', t(texts.raised)), defaultSortOrder: 'descend' },
    columnOf('repaired', t(texts.repaired)),
    columnOf('dismissed', t(texts.dismissed)),
    {
      title: <Tooltip title={t(texts.precisionHelp)}><span tabIndex={0}>{t(texts.precision)}</span></Tooltip>,
      width: 104,
      align: 'right',
      sorter: (one, other) => precisionOf(one) - precisionOf(other) || one.judged - other.judged,
      sortDirections: ['ascend', 'descend'],
      render: (_, { judged, right }) => (judged === 0 ? <span className={styles['none']}>–</span> : <>{Math.round((right / judged) * 100)} % <small>{right}/{judged}</small></>),
    },
    {
      title: <Tooltip title={t(texts.takenBackHelp)}><span tabIndex={0}>{t(texts.takenBack)}</span></Tooltip>,
      width: 112,
      align: 'right',
      sorter: (one, other) => rateOf(one) - rateOf(other) || one.heardEarly - other.heardEarly,
      sortDirections: ['descend', 'ascend'],
      render: (_, { heardEarly, takenBack, interims }) =>
        heardEarly === 0 ? <span className={styles['none']}>–</span> : <Tooltip title={t(texts.takenBackOf(takenBack, heardEarly, interims))}><span tabIndex={0}>{Math.round((takenBack / heardEarly) * 100)} % <small>{takenBack}/{heardEarly}</small></span></Tooltip>,
    },
  ]
  return <Table<RuleCount> rowKey="id" size="small" bordered columns={columns} dataSource={[...rules]} pagination={{ defaultPageSize: 50, hideOnSinglePage: true }} locale={{ emptyText: t(texts.nothing) }} />
}

/** Every wording rule with what became of its warnings, for those who look after quality. */
export function RulesPage() {
  const t = useText()
  const { data: view, isError, refetch } = useQuery({ queryKey: ['rules'], queryFn: () => getJson<RulesView>('/api/library/rules') })
  const [query, setQuery] = useState('')
  const [category, setCategory] = useState<string | undefined>()
  const [severity, setSeverity] = useState<Severity | undefined>()
  const categories = useMemo(() => [...new Map((view?.rules ?? []).map((rule) => [rule.category, rule.categoryLabel]))], [view])
  const shown = useMemo(() => {
    const wanted = query.trim().toLowerCase()
    return (view?.rules ?? [])
      .filter((rule) => (category === undefined || rule.category === category) && (severity === undefined || rule.severity === severity))
      .filter(({ id, name, why, sayInstead }) => [id, name, why, sayInstead].some((text) => text.toLowerCase().includes(wanted)))
  }, [view, query, category, severity])
  return (
    <div className={styles['frame']}>
      <TopBar><Pages /></TopBar>
      <main className={styles['page']}>
        <LibraryNav />
        <header>
          <h1>{t(texts.title)}</h1>
          {view && <p>{view.calls === 0 ? `${t(coverageWords.noCalls)} · ${t(coverageWords.noCallsHelp)}` : t(texts.intro(view.rules.length, view.calls))}</p>}
          <div className={styles['filters']}>
            <Input autoFocus allowClear value={query} placeholder={t(texts.search)} aria-label={t(texts.search)} onChange={({ target }) => setQuery(target.value)} />
            <Select allowClear value={category} placeholder={t(texts.category)} aria-label={t(texts.category)} onChange={setCategory} options={categories.map(([value, label]) => ({ value, label: t(label) }))} />
            <Select allowClear value={severity} placeholder={t(texts.severity)} aria-label={t(texts.severity)} onChange={setSeverity} options={severities.map((value) => ({ value, label: t(warningWords.severity[value]) }))} />
          </div>
        </header>
        {isError && <EmptyState title={t(coverageWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
        {!view && !isError && <LoadingState label={t(appWords.loading)} lines={6} />}
        {view && <RuleTable rules={shown} />}
      </main>
    </div>
  )
}
