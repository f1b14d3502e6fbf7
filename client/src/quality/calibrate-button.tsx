import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { CalibrationView } from '../../../server/protocol.ts'
import { post } from '../connection/http.ts'
import { evaluationWords } from '../i18n/evaluation-words.ts'
import { useText } from '../i18n/use-text.ts'

/** Asks colleagues to judge the same call. */
export function CalibrateButton({ callId, scorecard }: { readonly callId: string; readonly scorecard: string }) {
  const t = useText()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [title, setTitle] = useState('')
  const begin = useMutation({
    mutationFn: () => post<CalibrationView>('/api/quality/calibrations', { callId, scorecard, title: title.trim() }),
    onSuccess: ({ id }) => void navigate(`/quality/calibrations/${id}`),
    onError: ({ message: text }) => message.error(text),
  })
  const form = <Input.Search autoFocus maxLength={80} value={title} placeholder={t(evaluationWords.calibrationTitle)} aria-label={t(evaluationWords.calibrationTitle)} enterButton={t(evaluationWords.calibrate)} onChange={({ target }) => setTitle(target.value)} onSearch={() => title.trim() !== '' && begin.mutate()} />
  return (
    <Popover trigger="click" content={form} placement="topLeft">
      <Button>{t(evaluationWords.calibrate)}</Button>
    </Popover>
  )
}
