import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { CallComparison, ComparedScreens, KnownVersion, ReplayTimeline } from '../../../server/protocol.ts'
import { Transcript } from '../call-screen/transcript.tsx'
import { getJson } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import { KeysAsleep, plainKey, useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import { ComparedAdvice } from './compared-advice.tsx'
import { CompareList } from './compare-list.tsx'
import styles from './compare-page.module.css'
import { ReplayHeader } from './replay-header.tsx'
import { replayCommandOf } from './replay-keymap.ts'
import { markFrom } from './replay-moments.ts'
import { ReplayPlayer } from './replay-player.tsx'
import { useLinkedMoment } from './use-linked-moment.ts'
import { usePlayer } from './use-player.ts'
import { useHeard, useMoments, useTimeline } from './use-replay.ts'

const path = (callId: string) => `/api/training/calls/${encodeURIComponent(callId)}`

function Compared({ timeline, version, startMs }: { readonly timeline: ReplayTimeline; readonly version: string; readonly startMs: number }) {
  const t = useText()
  const failureText = useFailureText()
  const { call, marks, durationMs, changes } = timeline
  const player = usePlayer(0, durationMs, false, startMs)
  const { atMs, seek } = player
  const utterances = useHeard(timeline, atMs)
  const asked = `version=${encodeURIComponent(version)}`
  const { data: comparison, error } = useQuery({ queryKey: ['comparison', call.id, version], queryFn: () => getJson<CallComparison>(`${path(call.id)}/comparison?${asked}`), staleTime: Infinity })
  const screens = useMoments<ComparedScreens>(`${path(call.id)}/compared?${asked}&`, changes, atMs)
  const toMark = (kind: 'guidance' | 'warning' | 'reaction', by: 1 | -1) => {
    const mark = markFrom(marks, kind, atMs, by)
    if (mark) seek(mark.atMs)
  }
  useKeys((press) => {
    const command = replayCommandOf(press)
    if (command?.do === 'toggle') player.toggle()
    else if (command?.do === 'move') seek(atMs + command.by)
    else if (command?.do === 'speed') player.changeSpeed(command.by)
    else if (command?.do === 'mark' && (command.kind === 'guidance' || command.kind === 'warning' || command.kind === 'reaction')) toMark(command.kind, command.by)
    else return false
    return true
  })
  return (
    <>
      <KeysAsleep value>
        <Transcript utterances={utterances} />
        {screens ? (
          <div className={styles['pair']} inert>
            <ComparedAdvice title={`${t(replayWords.wasShown)} · ${call.libraryVersion}`} screen={screens.before} />
            <ComparedAdvice title={`${t(replayWords.wouldShow)} · ${version}`} screen={screens.after} />
          </div>
        ) : (
          <LoadingState label={t(appWords.loading)} lines={6} />
        )}
      </KeysAsleep>
      <aside className={styles['side']}>
        <h2>{t(replayWords.differences)}</h2>
        {error && <EmptyState title={failureText(error)} />}
        {!error && !comparison && <LoadingState label={t(appWords.loading)} lines={5} />}
        {comparison && <CompareList comparison={comparison} atMs={atMs} onSeek={seek} />}
      </aside>
      <ReplayPlayer player={player} durationMs={durationMs} marks={marks} onMark={toMark} />
    </>
  )
}

/** What another version of the scripts would have advised in a stored call, beside what the agent was shown. */
export function ComparePage() {
  const t = useText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const { callId = '' } = useParams()
  const [query, setQuery] = useSearchParams()
  const startMs = useLinkedMoment()
  const { data: timeline, error } = useTimeline(callId)
  const { data: versions, error: unlisted } = useQuery({ queryKey: ['versions'], queryFn: () => getJson<readonly KnownVersion[]>('/api/training/versions') })
  const others = versions?.filter(({ version }) => version !== timeline?.call.libraryVersion) ?? []
  const version = query.get('version') ?? others[0]?.version
  const back = () => void navigate(`/training/replay/${encodeURIComponent(callId)}?at=${Math.round(startMs)}`)
  useKeys((press) => {
    const key = plainKey(press)
    if (key === 'Escape' || key === 'v') back()
    return key === 'Escape' || key === 'v'
  })
  const failure = error ?? unlisted
  if (!timeline || !versions) {
    return (
      <>
        <TopBar><Pages /></TopBar>
        {failure ? <EmptyState title={failureText(failure)} /> : <EmptyState title={t(timeline ? replayWords.readingVersions : appWords.loading)} />}
      </>
    )
  }
  const choose = (next: string) => setQuery({ version: next, at: String(startMs) }, { replace: true })
  return (
    <div className={styles['page']}>
      <ReplayHeader
        call={timeline.call}
        end={
          <>
            {others.length > 0 && <Select value={version ?? null} className={styles['versions'] ?? ''} aria-label={t(replayWords.compareWith)} onChange={choose} options={others.map((each) => ({ value: each.version, label: `${each.version} · ${t(each.label)}` }))} />}
            <KeyHint of="Esc" onPress={back}>{t(replayWords.toReplay)}</KeyHint>
          </>
        }
      />
      {version === undefined ? (
        <div className={styles['none']}><EmptyState title={t(replayWords.noVersions)} actions={<Button onClick={back}>{t(replayWords.toReplay)}</Button>}>{t(replayWords.noVersionsHelp)}</EmptyState></div>
      ) : (
        <Compared key={version} timeline={timeline} version={version} startMs={startMs} />
      )}
    </div>
  )
}
