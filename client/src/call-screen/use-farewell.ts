import { useEffect, useRef, useState } from 'react'
import type { Warning, WarningBoard } from '../../../server/protocol.ts'

const farewellMs = 3000

/** The warning that was on screen and has just been repaired, for the 3 s in which the agent may see that it worked. */
export function useFarewell({ current, all }: WarningBoard): Warning | null {
  const shown = useRef<string | null>(null)
  const [leaving, setLeaving] = useState<Warning | null>(null)
  useEffect(() => {
    const before = shown.current
    shown.current = current?.id ?? null
    if (before === null || before === shown.current) return
    const repaired = all.find(({ id, state }) => id === before && state === 'repaired')
    if (repaired) setLeaving(repaired)
  }, [current, all])
  useEffect(() => {
    if (leaving === null) return
    const timer = setTimeout(() => setLeaving(null), farewellMs)
    return () => clearTimeout(timer)
  }, [leaving])
  return current === null ? leaving : null
}
