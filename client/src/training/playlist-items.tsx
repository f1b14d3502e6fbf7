import type { Playlist } from '../../../server/protocol.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import styles from './playlist-items.module.css'

interface Props {
  readonly playlist: Playlist
  /** The clip that plays. */
  readonly playing: string
  readonly onChoose: (place: number) => void
  readonly onArrange: (clips: readonly string[]) => void
}

/** The clips in order; their author moves them up and takes them out. */
export function PlaylistItems({ playlist: { items, own }, playing, onChoose, onArrange }: Props) {
  const t = useText()
  const ids = items.map(({ id }) => id)
  const moved = (place: number) => ids.with(place, ids[place - 1] ?? '').with(place - 1, ids[place] ?? '')
  return (
    <ol className={styles['items']}>
      {items.map(({ id, title, fromMs, toMs }, place) => (
        <li key={id}>
          <button type="button" className={styles['item']} aria-current={id === playing} onClick={() => onChoose(place)}>
            <b>{title}</b>
            <small>{clock(fromMs)}–{clock(toMs)}</small>
          </button>
          {own && (
            <span>
              {place > 0 && <button type="button" onClick={() => onArrange(moved(place))}>{t(replayWords.earlier)}</button>}
              <button type="button" onClick={() => onArrange(ids.toSpliced(place, 1))}>{t(replayWords.remove)}</button>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
