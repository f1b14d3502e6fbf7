import { App, Button } from 'antd'
import { type RefObject, useState } from 'react'
import type { CallComment } from '../../../server/protocol.ts'
import { useFailureText } from '../connection/http-failed.ts'
import { replayWords } from '../i18n/replay-words.ts'
import { useText } from '../i18n/use-text.ts'
import { clock } from '../state/now.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { EmptyState } from '../ui/states.tsx'
import styles from './replay-notes.module.css'
import type { Comments } from './use-notes.ts'

interface Props {
  readonly comments: Comments
  readonly atMs: number
  readonly mayWrite: boolean
  readonly area: RefObject<HTMLTextAreaElement | null>
  readonly onSeek: (atMs: number) => void
}

function Comment({ comment, onSeek, onRemove }: { readonly comment: CallComment; readonly onSeek: (atMs: number) => void; readonly onRemove: () => void }) {
  const t = useText()
  const { atMs, text, author, own } = comment
  return (
    <li>
      <button type="button" className={styles['jump']} onClick={() => onSeek(atMs)}>{clock(atMs)}</button>
      <small>{author}</small>
      {own && <button type="button" className={styles['remove']} onClick={onRemove}>{t(replayWords.remove)}</button>}
      <p>{text}</p>
    </li>
  )
}

/** What was said about moments of the call; C writes at the moment shown, Ctrl+Enter saves. */
export function ReplayComments({ comments, atMs, mayWrite, area, onSeek }: Props) {
  const t = useText()
  const failureText = useFailureText()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const said = (failure: unknown) => void message.error(failureText(failure))
  const save = () => {
    if (text.trim() === '') return
    comments.add(atMs, text.trim()).then(() => {
      setText('')
      area.current?.blur()
    }, said)
  }
  return (
    <>
      {comments.all.length === 0 && <EmptyState title={t(replayWords.noComments)}>{mayWrite && t(replayWords.noCommentsHelp)}</EmptyState>}
      <ol className={styles['notes']}>
        {comments.all.map((comment) => (
          <Comment key={comment.id} comment={comment} onSeek={onSeek} onRemove={() => void comments.remove(comment.id).catch(said)} />
        ))}
      </ol>
      {mayWrite && (
        <label className={styles['form']}>
          <span>{t(replayWords.commentHere(clock(atMs)))} <KeyCap of="C" /></span>
          <textarea
            ref={area}
            rows={3}
            value={text}
            maxLength={2000}
            placeholder={t(replayWords.commentHint)}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
              if (event.key === 'Escape') event.currentTarget.blur()
            }}
          />
          <Button type="primary" block disabled={text.trim() === ''} onClick={save}>{t(replayWords.save)} <KeyCap of="Ctrl" /> <KeyCap of="⏎" /></Button>
        </label>
      )}
    </>
  )
}
