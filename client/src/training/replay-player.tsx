import type { ReactNode } from 'react'
import type { ReplayMark } from '../../../server/protocol.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { ReplayScrub, type Stretch } from './replay-scrub.tsx'
import styles from './replay-player.module.css'
import type { Player } from './use-player.ts'

interface Props {
  readonly player: Player
  readonly durationMs: number
  readonly marks: readonly ReplayMark[]
  readonly chosen?: Stretch | null
  readonly onMark: (kind: 'guidance' | 'warning' | 'reaction', by: 1 | -1) => void
  /** Further keys of the page. */
  readonly children?: ReactNode
}
const steps = [
  { kind: 'guidance', keys: ['J', 'K'] },
  { kind: 'warning', keys: ['W', 'E'] },
  { kind: 'reaction', keys: ['R', 'T'] },
] as const

/** The lower edge: the time line, and every key that moves along it. */
export function ReplayPlayer({ player, durationMs, marks, chosen = null, onMark, children }: Props) {
  const t = useText()
  const { atMs, playing, speed, toggle, seek, changeSpeed } = player
  return (
    <footer className={styles['player']}>
      <ReplayScrub atMs={atMs} durationMs={durationMs} marks={marks} chosen={chosen} onSeek={seek} />
      <div className={styles['keys']} onMouseDown={(event) => event.preventDefault()}>
        <button type="button" className={styles['toggle']} aria-pressed={playing} aria-keyshortcuts="Space" onClick={toggle}>
          <b aria-hidden>{playing ? '❚❚' : '▶'}</b> {t(playing ? replayWords.pause : replayWords.play)} <KeyCap of={t(replayWords.space)} />
        </button>
        <span className={styles['time']} role="timer">{clock(atMs)} / {clock(durationMs)}</span>
        <span className={styles['pair']}>
          <button type="button" aria-label={`-${t(replayWords.seconds)}`} onClick={() => seek(atMs - 5_000)}><KeyCap of="←" /></button>
          <button type="button" aria-label={`+${t(replayWords.seconds)}`} onClick={() => seek(atMs + 5_000)}><KeyCap of="→" /></button>
          {t(replayWords.seconds)}
        </span>
        <span className={styles['pair']}>
          <button type="button" aria-label={`${t(replayWords.speedLabel)} −`} onClick={() => changeSpeed(-1)}><KeyCap of="↓" /></button>
          <button type="button" aria-label={`${t(replayWords.speedLabel)} +`} onClick={() => changeSpeed(1)}><KeyCap of="↑" /></button>
          <b className={styles['speed']}>{t(replayWords.speed(speed))}</b>
        </span>
        {steps.map(({ kind, keys: [back, on] }) => (
          <span key={kind} className={styles['pair']}>
            <button type="button" aria-label={`${t(replayWords[kind])} ${back}`} onClick={() => onMark(kind, -1)}><KeyCap of={back} /></button>
            <button type="button" aria-label={`${t(replayWords[kind])} ${on}`} onClick={() => onMark(kind, 1)}><KeyCap of={on} /></button>
            {t(replayWords[kind])}
          </span>
        ))}
        {children}
      </div>
    </footer>
  )
}

