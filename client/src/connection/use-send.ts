import { App } from 'antd'
import { useCallback } from 'react'
import { errorWords } from '../i18n/error-words.ts'
import { useText } from '../i18n/use-text.ts'
import { RequestFailed } from './request.ts'

/**
 * Runs a request and shows the server's sentence when it refuses; null then. `onMoved` is called instead of
 * a message when the step had moved on meanwhile: the newer sentence is on its way, so there is nothing to tell.
 */
export function useSend(onMoved: () => void = () => undefined): <T>(asked: Promise<T>) => Promise<{ readonly data: T } | null> {
  const { message } = App.useApp()
  const t = useText()
  return useCallback(
    async (asked) => {
      try {
        return { data: await asked }
      } catch (failure) {
        if (!(failure instanceof RequestFailed)) throw failure
        if (failure.code === 'step moved') onMoved()
        else void message.error({ key: failure.code, content: t({ ...errorWords[failure.code], ...(failure.message && { en: failure.message }) }), duration: 5 })
        return null
      }
    },
    [message, onMoved, t],
  )
}
