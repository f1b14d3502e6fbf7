import { type PointerEvent, useMemo, useRef } from 'react'
import type { ReplayMark } from '../../../server/protocol.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { MarkShape } from './replay-mark-shape.tsx'
import styles from './replay-scrub.module.css'

/** A stretch chosen on the time line, ms. */
export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}
interface Props {
  readonly atMs: number
  readonly durationMs: number
  readonly marks: readonly ReplayMark[]
  readonly chosen: Stretch | null
  readonly onSeek: (atMs: number) => void
}

const stretches = new Set<ReplayMark['kind']>(['hold', 'silence', 'interruption'])
const ticks = new Set<ReplayMark['kind']>(['guidance', 'reaction'])

/** The whole call as a line: what happened stands over it, press or drag anywhere to go there. */
export function ReplayScrub({ atMs, durationMs, marks, chosen, onSeek }: Props) {
  const t = useText()
  const line = useRef<HTMLDivElement>(null)
  const share = (ms: number) => `${((Math.min(Math.max(ms, 0), durationMs) / Math.max(durationMs, 1)) * 100).toFixed(3)}%`
  const seekTo = ({ clientX, buttons }: PointerEvent) => {
    const box = line.current?.getBoundingClientRect()
    if (box && buttons === 1) onSeek(((clientX - box.left) / box.width) * durationMs)
  }
  const path = useMemo(() => marks.filter(({ kind }) => ticks.has(kind)).map((mark) => `M${((mark.atMs / Math.max(durationMs, 1)) * 1000).toFixed(2)} ${mark.kind === 'guidance' ? '0V6' : '6V12'}`).join(''), [marks, durationMs])
  return (
    <div className={styles['scrub']}>
      <div className={styles['flags']}>
        {marks.filter(({ kind }) => !ticks.has(kind)).map((mark) => (
          <button key={`${mark.kind} ${mark.atMs} ${mark.title.zh}`} type="button" tabIndex={-1} style={{ left: share(mark.atMs) }} title={`${clock(mark.atMs)} ${t(replayWords.kinds[mark.kind])}：${t(mark.title)}`} onClick={() => onSeek(mark.atMs)}>
            <MarkShape mark={mark} />
          </button>
        ))}
      </div>
      <div
        ref={line}
        className={styles['line']}
        role="slider"
        tabIndex={0}
        aria-label={t(replayWords.position)}
        aria-valuemin={0}
        aria-valuemax={Math.floor(durationMs / 1000)}
        aria-valuenow={Math.floor(atMs / 1000)}
        aria-valuetext={clock(atMs)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          seekTo(event)
        }}
        onPointerMove={seekTo}
      >
        {marks.filter(({ kind }) => stretches.has(kind)).map(({ kind, atMs: from, untilMs }) => (
          <span key={`${kind} ${from}`} className={styles['stretch']} data-kind={kind} style={{ left: share(from), width: share((untilMs ?? durationMs) - from) }} />
        ))}
        {chosen && <span className={styles['chosen']} style={{ left: share(chosen.fromMs), width: share(chosen.toMs - chosen.fromMs) }} />}
        <span className={styles['played']} style={{ width: share(atMs) }} />
        <svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden>
          <path d={path} />
        </svg>
        <span className={styles['knob']} style={{ left: share(atMs) }} />
      </div>
    </div>
  )
}
