import { App, Button, Input, type InputRef } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { drillWords } from '../i18n/drill-words.ts'
import { useText } from '../i18n/use-text.ts'
import { canHear, listen } from '../state/browser-speech.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import styles from './drill-input.module.css'

/** Where the trainee types or speaks. `say` is given the words and how long they took, ms. */
export function DrillInput({ busy, say }: { readonly busy: boolean; readonly say: (text: string, tookMs: number) => Promise<unknown> }) {
  const t = useText()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [listening, setListening] = useState(false)
  const begunAt = useRef<number | null>(null)
  const field = useRef<InputRef>(null)
  useEffect(() => {
    if (!busy) field.current?.focus()
  }, [busy])
  const speak = useCallback(
    async (words: string, tookMs: number) => {
      if (words.trim() === '') return
      try {
        await say(words.trim(), tookMs)
        setText('')
        begunAt.current = null
      } catch {
        // The words stay in the field, to be sent again; what went wrong is shown by the request itself.
      }
    },
    [say],
  )
  useEffect(() => {
    if (!listening) return
    return listen(
      ({ text: heard, final, startedAt, at }) => (final ? void speak(heard, at - startedAt) : setText(heard)),
      () => {
        setListening(false)
        void message.warning(t(drillWords.noMicrophone))
      },
    )
  }, [listening, speak, message, t])
  const type = (typed: string) => {
    begunAt.current ??= Date.now()
    setText(typed)
  }
  const submit = () => void speak(text, Date.now() - (begunAt.current ?? Date.now()))
  return (
    <form
      className={styles['input']}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Input ref={field} size="large" autoFocus value={text} disabled={busy} placeholder={t(drillWords.placeholder)} aria-label={t(drillWords.placeholder)} lang="zh-CN" maxLength={2000} onChange={({ target }) => type(target.value)} />
      {canHear() && (
        <Button size="large" aria-pressed={listening} type={listening ? 'primary' : 'default'} onClick={() => setListening(!listening)}>
          {t(listening ? drillWords.stopSpeaking : drillWords.speak)}
        </Button>
      )}
      <Button size="large" type="primary" htmlType="submit" disabled={busy || text.trim() === ''}>
        {t(drillWords.sendIt)} <KeyCap of="⏎" />
      </Button>
    </form>
  )
}
