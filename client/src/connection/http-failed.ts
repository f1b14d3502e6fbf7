import { useCallback } from 'react'
import type { ErrorCode, Label } from '../../../server/protocol.ts'
import { errorWords } from '../i18n/error-words.ts'
import { useText } from '../i18n/use-text.ts'

/** The server said no. The message is its sentence, in English, `zh` the same in Chinese where it has one; `field` names what is wrong in the input; `body` is all that it answered. */
export class HttpFailed extends Error {
  readonly code: ErrorCode
  readonly field: string | null
  readonly body: unknown
  readonly zh: string | null

  constructor(code: ErrorCode, message: string, field: string | null, body: unknown = null, zh: string | null = null) {
    super(message)
    this.name = 'HttpFailed'
    this.code = code
    this.field = field
    this.body = body
    this.zh = zh
  }
}
/** What a page says of a failure better than the usual words: by `code`, or by `code field`. */
export type FailureWords = Readonly<Record<string, Label>>

/** Puts a failure in the words of the reader. */
export function useFailureText(): (failure: unknown, better?: FailureWords) => string {
  const t = useText()
  return useCallback(
    (failure, better = {}) => {
      if (!(failure instanceof HttpFailed)) return t(errorWords.unavailable)
      const { code, field, message, zh } = failure
      return t(better[`${code} ${field ?? ''}`] ?? better[code] ?? { zh: zh ?? errorWords[code].zh, en: message })
    },
    [t],
  )
}
