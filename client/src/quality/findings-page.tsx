import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from 'antd'
import type { FindingView, Verdict } from '../../../server/protocol.ts'
import { appWords } from '../i18n/app-words.ts'
import { qualityWords } from '../i18n/quality-words.ts'
import { useText } from '../i18n/use-text.ts'
import { useHasRole } from '../connection/session.ts'
import { KeyCap, KeyHint } from '../ui/key-cap.tsx'
import { plainKey, useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { FilterBar, type FilterField } from './filter-bar.tsx'
import { FindingDetail } from './finding-detail.tsx'
import styles from './findings-page.module.css'
import { FindingsTable } from './findings-table.tsx'
import { QualityFrame, useChoices } from './quality-frame.tsx'
import { replayPath } from './replay-path.ts'
import { SavedViews } from './saved-views.tsx'
import { useFilter } from './use-filter.ts'
import { useFindings, useJudge } from './use-findings.ts'

const fields: readonly FilterField[] = ['team', 'agent', 'scenario', 'category', 'rule', 'severity', 'state', 'verdict', 'origin', 'words']
const verdictKeys: Readonly<Record<string, Verdict>> = { r: 'right', f: 'false alarm', c: 'coaching' }

/** Every warning of every call: find it, hear it, judge it. */
export function FindingsPage() {
  const t = useText()
  const navigate = useNavigate()
  const { filter, query, change, replace } = useFilter()
  const { data, isError, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useFindings(filter)
  const { data: choices } = useChoices()
  const judge = useJudge()
  const mayJudge = useHasRole('qa-lead')
  const rows = data?.pages.flatMap(({ findings }) => findings) ?? []
  const [place, setPlace] = useState({ query, row: 0 })
  const chosen = Math.min(place.query === query ? place.row : 0, rows.length - 1)
  const finding = rows[chosen]

  const open = useCallback(({ callId, atMs }: FindingView) => void navigate(replayPath(callId, atMs)), [navigate])
  const mark = (verdict: Verdict | null) => finding && mayJudge && judge.mutate({ finding, verdict })
  const evaluate = ({ callId }: FindingView) => void navigate(`/quality/evaluations/new?call=${encodeURIComponent(callId)}`)
  const judgeBy = (key: string, { judgement }: FindingView): boolean => {
    const verdict = verdictKeys[key]
    if (verdict === undefined || !mayJudge) return false
    mark(judgement?.verdict === verdict ? null : verdict)
    return true
  }
  const step = (by: number) => setPlace({ query, row: Math.max(0, Math.min(rows.length - 1, chosen + by)) })
  useKeys((press) => {
    const key = press.repeat ? press.key : plainKey(press)
    if (key === 'ArrowDown' || key === 'j' || key === 'ArrowUp' || key === 'k') step(key === 'ArrowDown' || key === 'j' ? 1 : -1)
    else if (!finding || key === null) return false
    else if (key === 'Enter') open(finding)
    else if (key === 'e') evaluate(finding)
    else return judgeBy(key, finding)
    return true
  })

  const total = data?.pages[0]?.total
  return (
    <QualityFrame
      title={t(qualityWords.findings)}
      note={choices !== undefined && choices.behind > 0 ? t(qualityWords.behind(choices.behind)) : total !== undefined && t(qualityWords.total(total))}
      foot={
        <>
          <span><KeyCap of="↑" /> <KeyCap of="↓" /> {t(qualityWords.choose)}</span>
          <KeyHint of="⏎" shortcut="Enter" onPress={() => finding && open(finding)}>{t(qualityWords.open)}</KeyHint>
          <KeyHint of="E" onPress={() => finding && evaluate(finding)}>{t(qualityWords.evaluate)}</KeyHint>
          {mayJudge && (['R', 'F', 'C'] as const).map((key) => {
            const verdict = verdictKeys[key.toLowerCase()] ?? 'right'
            return <KeyHint key={key} of={key} onPress={() => mark(verdict)}>{t(qualityWords.verdicts[verdict])}</KeyHint>
          })}
        </>
      }
    >
      <SavedViews filter={filter} use={replace} />
      <FilterBar filter={filter} change={change} fields={fields} />
      {isError && <EmptyState title={t(qualityWords.broken)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {isPending && <LoadingState label={t(appWords.loading)} lines={6} />}
      {data && rows.length === 0 && (query === '' ? <EmptyState title={t(qualityWords.noneYet)}>{t(qualityWords.noneYetHelp)}</EmptyState> : <EmptyState title={t(qualityWords.nothing)}>{t(qualityWords.nothingHelp)}</EmptyState>)}
      {rows.length > 0 && (
        <div className={styles['split']}>
          <FindingsTable rows={rows} chosen={finding} choose={(row) => setPlace({ query, row: rows.indexOf(row) })} open={open} atEnd={() => hasNextPage && !isFetchingNextPage && void fetchNextPage()} />
          {finding && <FindingDetail finding={finding} mayJudge={mayJudge} mark={mark} />}
        </div>
      )}
    </QualityFrame>
  )
}
