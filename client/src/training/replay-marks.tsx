import { useEffect, useRef, useState } from 'react'
import type { ReplayMark, ReplayMarkKind } from '../../../server/protocol.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { EmptyState } from '../ui/states.tsx'
import { MarkShape } from './replay-mark-shape.tsx'
import styles from './replay-marks.module.css'

const quiet: readonly ReplayMarkKind[] = ['guidance', 'reaction']

/** Every mark of the call by its time; pressing one goes there. Kinds are shown and hidden above. */
export function ReplayMarks({ marks, atMs, onSeek }: { readonly marks: readonly ReplayMark[]; readonly atMs: number; readonly onSeek: (atMs: number) => void }) {
  const t = useText()
  const [hidden, setHidden] = useState<readonly ReplayMarkKind[]>(quiet)
  const list = useRef<HTMLOListElement>(null)
  const kinds = [...new Set(marks.map(({ kind }) => kind))]
  const shown = marks.filter(({ kind }) => !hidden.includes(kind))
  const here = shown.findLastIndex((mark) => mark.atMs <= atMs)
  useEffect(() => {
    list.current?.children[here]?.scrollIntoView({ block: 'nearest' })
  }, [here])
  const turn = (kind: ReplayMarkKind) => setHidden(hidden.includes(kind) ? hidden.filter((each) => each !== kind) : [...hidden, kind])
  return (
    <>
      <div className={styles['kinds']}>
        {kinds.map((kind) => (
          <button key={kind} type="button" aria-pressed={!hidden.includes(kind)} onClick={() => turn(kind)}>{t(replayWords.kinds[kind])}</button>
        ))}
      </div>
      {shown.length === 0 && <EmptyState title={t(replayWords.noMarks)} />}
      <ol ref={list} className={styles['marks']}>
        {shown.map((mark, place) => (
          <li key={`${mark.kind} ${mark.atMs} ${mark.title.zh}`}>
            <button type="button" aria-current={place === here} onClick={() => onSeek(mark.atMs)}>
              <time>{clock(mark.atMs)}</time>
              <MarkShape mark={mark} />
              <span>
                <b>{t(mark.title)}</b>
                <small>{[t(replayWords.kinds[mark.kind]), mark.fate && t(replayWords.fates[mark.fate])].filter(Boolean).join(' · ')}</small>
                {mark.detail && mark.kind !== 'missed-point' && <small>{t(mark.detail)}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
