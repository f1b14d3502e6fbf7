import { App, Button } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate, useParams } from 'react-router'
import type { ReplayMarkKind, ReplayTimeline } from '../../../server/protocol.ts'
import { useHasRole } from '../connection/session.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import { useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import { ReplayClips } from './replay-clips.tsx'
import { ReplayComments } from './replay-comments.tsx'
import { ReplayHeader } from './replay-header.tsx'
import { type ReplayCommand, replayCommandOf } from './replay-keymap.ts'
import { ReplayMarks } from './replay-marks.tsx'
import { markFrom } from './replay-moments.ts'
import styles from './replay-page.module.css'
import { ReplayPlayer } from './replay-player.tsx'
import type { Stretch } from './replay-scrub.tsx'
import { ReplaySide } from './replay-side.tsx'
import { ReplayStage } from './replay-stage.tsx'
import { useLinkedMoment } from './use-linked-moment.ts'
import { useComments } from './use-notes.ts'
import { usePlayer } from './use-player.ts'
import { useReplayedCall, useTimeline } from './use-replay.ts'

function Replay({ timeline, startMs }: { readonly timeline: ReplayTimeline; readonly startMs: number }) {
  const t = useText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { call, durationMs, marks } = timeline
  const player = usePlayer(0, durationMs, false, startMs)
  const { atMs, seek } = player
  const shown = useReplayedCall(timeline, atMs)
  const comments = useComments(call.id)
  const mayWrite = useHasRole('supervisor', 'trainer', 'qa-lead')
  const [tab, setTab] = useState(0)
  const [chosen, setChosen] = useState<Stretch | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const path = `/training/replay/${encodeURIComponent(call.id)}`
  const toMark = useCallback((kind: ReplayMarkKind, by: 1 | -1) => {
    const mark = markFrom(marks, kind, atMs, by)
    if (mark) seek(mark.atMs)
  }, [marks, atMs, seek])
  const copyLink = async () => {
    await navigator.clipboard.writeText(`${location.origin}${path}?at=${Math.round(atMs)}`)
    void message.success({ key: 'link', content: t(replayWords.linkCopied(clock(atMs))) })
  }
  const from = () => {
    setChosen({ fromMs: atMs, toMs: chosen && chosen.toMs > atMs ? chosen.toMs : atMs })
    setTab(2)
  }
  const to = () => {
    setChosen({ fromMs: Math.min(chosen?.fromMs ?? Math.max(0, atMs - 15_000), atMs), toMs: atMs })
    setTab(2)
  }
  const run = (command: ReplayCommand): void => {
    switch (command.do) {
      case 'toggle': return player.toggle()
      case 'move': return seek(atMs + command.by)
      case 'speed': return player.changeSpeed(command.by)
      case 'start': return seek(0)
      case 'end': return seek(durationMs)
      case 'mark': return toMark(command.kind, command.by)
      case 'tab': return setTab(command.place)
      case 'link': return void copyLink()
      case 'compare': return void navigate(`${path}/compare?at=${Math.round(atMs)}`)
      case 'clip-from': return mayWrite ? from() : undefined
      case 'clip-to': return mayWrite ? to() : undefined
      case 'comment': {
        if (!mayWrite) return
        player.pause()
        // What is typed next goes into the comment already.
        flushSync(() => setTab(1))
        return area.current?.focus()
      }
    }
  }
  useKeys((press) => {
    const command = replayCommandOf(press)
    if (command) run(command)
    return command !== null
  })
  return (
    <div className={styles['page']}>
      <ReplayHeader call={call} end={!timeline.ownWords && <span className={styles['notice']} title={t(replayWords.notOwnWords)}>⚠ {t(replayWords.notOwnWords)}</span>} />
      {shown ? <ReplayStage call={shown} /> : <LoadingState label={t(appWords.loading)} lines={6} />}
      <ReplaySide tabs={[{ label: replayWords.marks, count: 0 }, { label: replayWords.comments, count: comments.all.length }, ...(mayWrite ? [{ label: replayWords.clips, count: 0 }] : [])]} shown={tab} onShow={setTab}>
        {tab === 0 && <ReplayMarks marks={marks} atMs={atMs} onSeek={seek} />}
        {tab === 1 && <ReplayComments comments={comments} atMs={atMs} mayWrite={mayWrite} area={area} onSeek={seek} />}
        {tab === 2 && mayWrite && <ReplayClips callId={call.id} chosen={chosen} onFrom={from} onTo={to} onSaved={() => setChosen(null)} />}
      </ReplaySide>
      <ReplayPlayer player={player} durationMs={durationMs} marks={marks} chosen={chosen} onMark={toMark}>
        {mayWrite && <KeyHint of="C" onPress={() => run({ do: 'comment' })}>{t(replayWords.comment)}</KeyHint>}
        <KeyHint of="L" onPress={() => run({ do: 'link' })}>{t(replayWords.link)}</KeyHint>
        <KeyHint of="V" onPress={() => run({ do: 'compare' })}>{t(replayWords.compare)}</KeyHint>
      </ReplayPlayer>
    </div>
  )
}

/** A stored call on the agent's own page, driven by its journal. */
export function ReplayPage() {
  const t = useText()
  const failureText = useFailureText()
  const { callId = '' } = useParams()
  const startMs = useLinkedMoment()
  const { data: timeline, error, refetch } = useTimeline(callId)
  if (timeline) return <Replay key={`${callId} ${startMs}`} timeline={timeline} startMs={startMs} />
  return (
    <>
      <TopBar><Pages /></TopBar>
      {error ? <EmptyState title={failureText(error)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} /> : <LoadingState label={t(appWords.loading)} lines={6} />}
    </>
  )
}
