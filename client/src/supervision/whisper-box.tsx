import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { CallView } from '../../../server/protocol.ts'
import { useText } from '../i18n/use-text.ts'
import { wallWords } from '../i18n/wall-words.ts'
import { KeyHint } from '../ui/key-cap.tsx'
import styles from './look-page.module.css'

const longest = 60

interface Props {
  readonly call: CallView
  readonly open: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  /** Resolves to whether it has gone. */
  readonly onSend: (text: string) => Promise<boolean>
}

/** One line to the agent: W opens it, Enter sends it, Escape closes it; then it says whether the agent has read it. */
export function WhisperBox({ call, open, onOpen, onClose, onSend }: Props) {
  const t = useText()
  const input = useRef<InputRef>(null)
  const [text, setText] = useState('')
  useEffect(() => {
    if (open) input.current?.focus()
  }, [open])
  const send = async () => {
    if (text.trim() === '' || !(await onSend(text))) return
    setText('')
    onClose()
  }
  const { whisper } = call
  return (
    <footer className={styles['whisper']}>
      {open ? (
        <>
          <Input
            ref={input}
            value={text}
            maxLength={longest}
            showCount
            aria-label={t(wallWords.whisper)}
            placeholder={t(wallWords.whisperTo(call.agent))}
            onChange={({ target }) => setText(target.value)}
            onPressEnter={({ nativeEvent }) => {
              if (!nativeEvent.isComposing) void send()
            }}
            onKeyDown={({ key }) => {
              if (key === 'Escape') onClose()
            }}
          />
          <Button type="primary" onClick={() => void send()}>{t(wallWords.send)}</Button>
        </>
      ) : (
        <>
          <KeyHint of="W" onPress={onOpen}>{t(wallWords.whisper)}</KeyHint>
          {whisper !== null && <span role="status" data-seen={whisper.seenAt !== null}>{t(whisper.seenAt === null ? wallWords.sent(whisper.text) : wallWords.seen(whisper.text))}</span>}
        </>
      )}
    </footer>
  )
}
