import { Table, type TableColumnsType } from 'antd'
import { type ComponentRef, type RefObject, useEffect, useRef, useState } from 'react'
import type { FindingView } from '../../../server/protocol.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { usePreferences } from '../state/preferences.ts'
import styles from './findings-table.module.css'
import { MarkedText } from '../ui/marked-text.tsx'
import { SeverityMark } from '../ui/severity-mark.tsx'
import { useMoment } from './use-moment.ts'

interface FindingsTableProps {
  readonly rows: readonly FindingView[]
  readonly chosen: FindingView | undefined
  readonly choose: (row: FindingView) => void
  readonly open: (row: FindingView) => void
  /** The list is scrolled to its end. */
  readonly atEnd: () => void
}
const rowKey = ({ callId, warningId }: FindingView): string => `${callId} ${warningId}`

/** Characters before the fault that a narrow column shows. */
const lead = 4

/** What was said, from shortly before the fault, so that the fault itself is in sight. */
function Excerpt({ utterance, start, end }: Pick<FindingView, 'utterance' | 'start' | 'end'>) {
  const from = start > lead + 1 ? start - lead : 0
  const before = from === 0 ? '' : '…'
  const moved = from - before.length
  return <MarkedText text={`${before}${utterance.slice(from)}`} marks={[{ start: start - moved, end: end - moved }]} kind="forbidden" />
}

/** Below this width of the table, px, the scenario is left to the detail beside it: what was said comes first. */
const roomForScenario = 920

/** What is left for the table, px: its width, and the height from its top to the key legend. */
function useRoom(): readonly [RefObject<HTMLDivElement | null>, { readonly width: number; readonly height: number }] {
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width: roomForScenario, height: 480 })
  useEffect(() => {
    const measure = () => {
      const { top, width } = box.current?.getBoundingClientRect() ?? { top: 0, width: roomForScenario }
      setRoom({ width, height: Math.max(240, window.innerHeight - top - 130) })
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return [box, room]
}

/** Findings, a line each; only what is in sight is drawn. */
export function FindingsTable({ rows, chosen, choose, open, atEnd }: FindingsTableProps) {
  const t = useText()
  const moment = useMoment()
  const { language } = usePreferences()
  const wide = language === 'en' ? 24 : 0
  const [box, room] = useRoom()
  const table = useRef<ComponentRef<typeof Table>>(null)
  const key = chosen && rowKey(chosen)
  useEffect(() => {
    if (key !== undefined) table.current?.scrollTo({ key })
  }, [key])
  const scenarioColumn: TableColumnsType<FindingView>[number] = { title: t(qualityWords.scenario), width: 124, ellipsis: true, render: (_, { scenario }) => scenario && t(scenario.title) }
  const columns: TableColumnsType<FindingView> = [
    { title: t(qualityWords.time), width: 108, render: (_, { at }) => moment(at) },
    { title: t(qualityWords.agent), width: 72, ellipsis: true, render: (_, { agent }) => agent.name },
    { title: t(qualityWords.severity), width: 84 + wide, render: (_, { severity }) => <SeverityMark severity={severity} /> },
    { title: t(qualityWords.said), ellipsis: true, render: (_, row) => <Excerpt {...row} /> },
    { title: t(qualityWords.rule), width: 124, ellipsis: true, render: (_, { rule }) => rule.name },
    ...(room.width < roomForScenario ? [] : [scenarioColumn]),
    { title: t(qualityWords.state), width: 92 + wide * 1.5, render: (_, { state }) => <span className={styles['state']} data-state={state}>{t(qualityWords.states[state])}</span> },
    { title: t(qualityWords.verdict), width: 72 + wide, render: (_, { judgement }) => judgement && t(qualityWords.verdicts[judgement.verdict]) },
  ]
  return (
    <div ref={box} className={styles['table']}>
      <Table<FindingView>
        virtual
        ref={table}
        size="small"
        rowKey={rowKey}
        columns={columns}
        dataSource={[...rows]}
        pagination={false}
        scroll={{ x: 800, y: room.height }}
        rowClassName={(row) => (row === chosen ? (styles['chosen'] ?? '') : '')}
        onRow={(row) => ({ onClick: () => choose(row), onDoubleClick: () => open(row) })}
        onScroll={({ currentTarget }) => {
          const { scrollTop, scrollHeight, clientHeight } = currentTarget
          if (scrollTop + clientHeight > scrollHeight - 400) atEnd()
        }}
      />
    </div>
  )
}
