import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Clip, Playlist, ReplayTimeline } from '../../../server/protocol.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { useKeys } from '../ui/keys.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import { Pages, TopBar } from '../ui/top-bar.tsx'
import { ReplayHeader } from './replay-header.tsx'
import { replayCommandOf } from './replay-keymap.ts'
import { markFrom } from './replay-moments.ts'
import styles from './replay-page.module.css'
import { ReplayPlayer } from './replay-player.tsx'
import { ReplaySide } from './replay-side.tsx'
import { ReplayStage } from './replay-stage.tsx'
import { PlaylistItems } from './playlist-items.tsx'
import { usePlaylist, usePlaylistChanges } from './use-notes.ts'
import { usePlayer } from './use-player.ts'
import { useReplayedCall, useTimeline } from './use-replay.ts'

interface Props {
  readonly playlist: Playlist
  readonly clip: Clip
  readonly timeline: ReplayTimeline
  readonly onOver: () => void
  readonly onChoose: (place: number) => void
}

function PlayedClip({ playlist, clip, timeline, onOver, onChoose }: Props) {
  const t = useText()
  const failureText = useFailureText()
  const { message } = App.useApp()
  const { arrange } = usePlaylistChanges()
  const { call, marks, durationMs } = timeline
  const endMs = Math.min(clip.toMs, durationMs)
  const player = usePlayer(clip.fromMs, endMs, true)
  const { atMs, seek } = player
  const shown = useReplayedCall(timeline, atMs, playlist.id)
  const over = atMs >= endMs
  useEffect(() => {
    if (over) onOver()
  }, [over, onOver])
  const within = (to: number) => seek(Math.max(to, clip.fromMs))
  const toMark = (kind: 'guidance' | 'warning' | 'reaction', by: 1 | -1) => {
    const mark = markFrom(marks, kind, atMs, by)
    if (mark) within(mark.atMs)
  }
  useKeys((press) => {
    const command = replayCommandOf(press)
    if (command?.do === 'toggle') player.toggle()
    else if (command?.do === 'move') within(atMs + command.by)
    else if (command?.do === 'speed') player.changeSpeed(command.by)
    else if (command?.do === 'mark' && (command.kind === 'guidance' || command.kind === 'warning' || command.kind === 'reaction')) toMark(command.kind, command.by)
    else return false
    return true
  })
  const arranged = (clips: readonly string[]) => void arrange(playlist.id, clips).catch((failure: unknown) => void message.error(failureText(failure)))
  return (
    <div className={styles['page']}>
      <ReplayHeader call={call} end={<Link to={`/training/replay/${encodeURIComponent(call.id)}?at=${Math.round(atMs)}`}>{t(replayWords.whole)}</Link>} />
      {shown ? <ReplayStage call={shown} /> : <LoadingState label={t(appWords.loading)} lines={6} />}
      <ReplaySide tabs={[{ label: { zh: playlist.title, en: playlist.title }, count: playlist.items.length }]} shown={0} onShow={() => undefined}>
        <PlaylistItems playlist={playlist} playing={clip.id} onChoose={onChoose} onArrange={arranged} />
      </ReplaySide>
      <ReplayPlayer player={{ ...player, seek: within }} durationMs={durationMs} marks={marks} chosen={{ fromMs: clip.fromMs, toMs: clip.toMs }} onMark={toMark}>
        <b>{clip.title} {clock(clip.fromMs)}–{clock(clip.toMs)}</b>
      </ReplayPlayer>
    </div>
  )
}

/** A lesson: the clips of a playlist, one after the other. */
export function PlaylistPage() {
  const t = useText()
  const failureText = useFailureText()
  const { playlistId = '' } = useParams()
  const { data: playlist, error } = usePlaylist(playlistId)
  const [place, setPlace] = useState(0)
  const clip = playlist?.items[Math.min(place, playlist.items.length - 1)]
  const { data: timeline, error: unread } = useTimeline(clip?.callId ?? '', playlistId)
  const failure = error ?? (clip ? unread : null)
  const last = (playlist?.items.length ?? 0) - 1
  if (playlist && clip && timeline) {
    return <PlayedClip key={clip.id} playlist={playlist} clip={clip} timeline={timeline} onChoose={setPlace} onOver={() => place < last && setPlace(place + 1)} />
  }
  return (
    <>
      <TopBar><Pages /></TopBar>
      {failure && <EmptyState title={failureText(failure)} />}
      {!failure && playlist?.items.length === 0 && <EmptyState title={t(replayWords.noClips)} actions={<Link to="/training/replay"><Button>{t(replayWords.title)}</Button></Link>}>{t(replayWords.noPlaylistsHelp)}</EmptyState>}
      {!failure && (!playlist || clip) && <LoadingState label={t(appWords.loading)} lines={6} />}
    </>
  )
}
