import { Table, type TableColumnsType } from 'antd'
import type { Label, TrendFigures, TrendsView } from '../../../server/protocol.ts'
import { trendWords } from '../i18n/trend-words.ts'
import { useText } from '../i18n/use-text.ts'
import styles from './trend-table.module.css'
import { figure, measures, written } from './trend-measures.ts'

type Group = TrendsView['groups'][number]
interface TrendTableProps {
  readonly view: TrendsView
  readonly title: string
  readonly picked: readonly string[]
  readonly pick: (ids: readonly string[]) => void
}

/** The outcomes of calls, the most frequent first, as shares. */
function outcomesOf({ outcomes, calls }: TrendFigures, labels: TrendsView['outcomes'], t: (label: Label) => string): string {
  return Object.entries(outcomes)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([id, count]) => `${t(labels[id] ?? trendWords.unknownOutcome)} ${((100 * count) / calls).toFixed(0)}%`)
    .join(' · ')
}

/** Groups beside each other, everything together at the foot. */
export function TrendTable({ view, title, picked, pick }: TrendTableProps) {
  const t = useText()
  const cell = (figures: TrendFigures, measure: (typeof measures)[number]) => {
    const value = figure(figures, measure)
    return value === null ? t(trendWords.none) : written(measure, value)
  }
  const columns: TableColumnsType<Group> = [
    { title, width: 200, render: (_, { label }) => t(label) },
    ...measures.map((measure): TableColumnsType<Group>[number] => ({
      title: t(trendWords.measures[measure]),
      width: 120,
      align: 'right',
      sorter: (one, other) => (figure(one.all, measure) ?? -1) - (figure(other.all, measure) ?? -1),
      sortDirections: ['descend', 'ascend'],
      render: (_, { all }) => (
        <>
          {cell(all, measure)}
          {measure === 'falseAlarmRate' && all.judged > 0 && <small> {t(trendWords.judged(all.judged))}</small>}
        </>
      ),
    })),
    { title: t(trendWords.outcome), width: 300, render: (_, { all }) => outcomesOf(all, view.outcomes, t) },
  ]
  const together = (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0} />
      <Table.Summary.Cell index={1}><strong>{t(trendWords.everyone)}</strong></Table.Summary.Cell>
      {measures.map((measure, number) => <Table.Summary.Cell key={measure} index={number + 2} align="right"><strong>{cell(view.all, measure)}</strong></Table.Summary.Cell>)}
      <Table.Summary.Cell index={measures.length + 2}>{outcomesOf(view.all, view.outcomes, t)}</Table.Summary.Cell>
    </Table.Summary.Row>
  )
  return (
    <div className={styles['wide']}>
      <Table<Group>
        size="small"
        rowKey="id"
        bordered
        columns={columns}
        dataSource={[...view.groups]}
        pagination={{ defaultPageSize: 50, hideOnSinglePage: true }}
        rowSelection={{ selectedRowKeys: [...picked], onChange: (keys) => pick(keys.map(String)), columnTitle: <span className="visually-hidden">{t(trendWords.pick)}</span> }}
        summary={() => together}
      />
    </div>
  )
}
