import { useEffect, useRef } from 'react'

/** The browser's Mandarin voice, or null when it has none. */
function mandarin(): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null
  return window.speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith('zh-cn')) ?? null
}

/** Reads each new line of the caller aloud while `on`; silent where the browser has no Chinese voice. `line` null: nothing new. */
export function useCallerVoice(line: string | null, turn: number, on: boolean): void {
  const spoken = useRef(turn)
  useEffect(() => {
    if (!on || line === null || spoken.current === turn) return
    spoken.current = turn
    const voice = mandarin()
    if (voice === null) return
    const words = new SpeechSynthesisUtterance(line)
    words.voice = voice
    words.lang = 'zh-CN'
    window.speechSynthesis.cancel()
    window.speechSynthesis.speak(words)
  }, [line, turn, on])
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
}
