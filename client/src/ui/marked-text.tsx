import { Fragment } from 'react'
import styles from './marked-text.module.css'

/** A text with stretches of it marked; UTF-16 offsets, in order, not overlapping. */
export function MarkedText({ text, marks, kind }: { readonly text: string; readonly marks: readonly { readonly start: number; readonly end: number }[]; readonly kind: 'forbidden' | 'found' }) {
  return (
    <>
      {marks.map(({ start, end }, number) => (
        <Fragment key={start}>
          {text.slice(marks[number - 1]?.end ?? 0, start)}
          <mark className={styles[kind]}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  )
}
