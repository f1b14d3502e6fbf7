import { useEffect, useRef, useState } from 'react'

const restMs = 300

/** A text that is typed and counts when the typing rests. `shown` stands in the field; `settle` lets it count at once. */
export function useRestingInput(value: string, onRest: (text: string) => void): { readonly shown: string; readonly type: (text: string) => void; readonly settle: (text: string) => void } {
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What was typed just before the page is left must not call it back.
  useEffect(() => () => clearTimeout(timer.current), [])
  const settle = (text: string) => {
    clearTimeout(timer.current)
    setDraft(null)
    onRest(text.trim())
  }
  const type = (text: string) => {
    clearTimeout(timer.current)
    setDraft(text)
    timer.current = setTimeout(() => settle(text), restMs)
  }
  return { shown: draft ?? value, type, settle }
}
