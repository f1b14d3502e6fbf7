import { App, Button } from 'antd'
import { Link } from 'react-router'
import { useFailureText } from '../connection/http-failed.ts'
import { appWords } from '../i18n/app-words.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { EmptyState, LoadingState } from '../ui/states.tsx'
import styles from './playlists-page.module.css'
import { useDate } from './replay-header.tsx'
import { TrainingFrame } from './training-frame.tsx'
import { usePlaylistChanges, usePlaylists } from './use-notes.ts'

/** The playlists: each the material of a lesson. */
export function PlaylistsPage() {
  const t = useText()
  const failureText = useFailureText()
  const date = useDate()
  const { message } = App.useApp()
  const { data: playlists, error, refetch } = usePlaylists()
  const { remove } = usePlaylistChanges()
  const removing = (id: string) => remove(id).catch((failure: unknown) => void message.error(failureText(failure)))
  return (
    <TrainingFrame title={t(replayWords.playlists)}>
      {error && <EmptyState title={failureText(error)} actions={<Button onClick={() => void refetch()}>{t(appWords.retry)}</Button>} />}
      {!playlists && !error && <LoadingState label={t(appWords.loading)} />}
      {playlists?.length === 0 && <EmptyState title={t(replayWords.noPlaylists)}>{t(replayWords.noPlaylistsHelp)}</EmptyState>}
      <ol className={styles['lists']}>
        {playlists?.map(({ id, title, author, createdAt, clips, durationMs, own }) => (
          <li key={id}>
            <Link to={`/training/playlists/${encodeURIComponent(id)}`}>{title}</Link>
            <span>{t(replayWords.clipCount(clips, clock(durationMs)))}</span>
            <small>{author} · {date(createdAt)}</small>
            {own && <Button size="small" onClick={() => void removing(id)}>{t(replayWords.remove)}</Button>}
          </li>
        ))}
      </ol>
    </TrainingFrame>
  )
}
