import { memo, type UIEvent, useEffect, useRef, useState } from 'react'
import type { Utterance } from '../../../server/protocol.ts'
import { callWords } from '../i18n/call-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { EmptyState } from '../ui/states.tsx'
import { sliceByMarks } from './marks.ts'
import styles from './transcript.module.css'

const nearEndPx = 56

const Turn = memo(function Turn({ utterance }: { readonly utterance: Utterance }) {
  const t = useText()
  const { speaker, text, marks, final, startMs } = utterance
  return (
    <li className={styles['turn']} data-speaker={speaker} data-final={final}>
      <small>
        {clock(startMs)}
        <b>{t(speaker === 'agent' ? callWords.speakerAgent : callWords.speakerCaller)}</b>
      </small>
      <p>
        {sliceByMarks(text, marks).map((slice) =>
          slice.marks.length === 0 ? (
            slice.text
          ) : (
            <mark key={slice.start} data-kinds={slice.marks.map(({ kind }) => kind).join(' ')} data-severity={slice.marks[0]?.severity} title={slice.marks.map(({ of }) => of).join(' · ')}>
              {slice.text}
            </mark>
          ),
        )}
      </p>
    </li>
  )
})

const toEnd = (element: HTMLElement) => element.scrollTo({ top: element.scrollHeight })

/** What was said, newest at the bottom. It follows the call only while the reader is at the bottom. */
export function Transcript({ utterances }: { readonly utterances: readonly Utterance[] }) {
  const t = useText()
  const view = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const following = useRef(true)
  const [seen, setSeen] = useState<number | null>(null)

  useEffect(() => {
    if (!view.current || !list.current) return
    const watch = new ResizeObserver(() => following.current && view.current && toEnd(view.current))
    watch.observe(view.current)
    watch.observe(list.current)
    return () => watch.disconnect()
  }, [])
  const scrolled = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent<HTMLElement>) => {
    following.current = scrollHeight - scrollTop - clientHeight < nearEndPx
    setSeen((before) => (following.current ? null : (before ?? utterances.length)))
  }
  return (
    <section className={styles['transcript']} aria-label={t(callWords.transcript)}>
      <h2>{t(callWords.transcript)}</h2>
      {utterances.length === 0 && <EmptyState title={t(callWords.nothingHeard)}>{t(callWords.nothingHeardHelp)}</EmptyState>}
      <div ref={view} className={styles['view']} onScroll={scrolled} tabIndex={0} role="log" aria-live="off" aria-label={t(callWords.transcript)}>
        <ol ref={list}>
          {utterances.map((utterance) => (
            <Turn key={utterance.id} utterance={utterance} />
          ))}
        </ol>
      </div>
      {seen !== null && (
        <button type="button" className={styles['newest']} onClick={() => view.current && toEnd(view.current)}>
          ↓ {t(callWords.toNewest(utterances.length - seen))}
        </button>
      )}
    </section>
  )
}
