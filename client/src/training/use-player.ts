import { useCallback, useEffect, useState } from 'react'
import { otherSpeed } from './replay-moments.ts'

/** How often the position is renewed while playing, ms. */
const frameMs = 100

/** Where a replay stands. `atMs`: since the call began. */
export interface Player {
  readonly atMs: number
  readonly playing: boolean
  readonly speed: number
  readonly toggle: () => void
  readonly pause: () => void
  readonly seek: (atMs: number) => void
  readonly changeSpeed: (by: number) => void
}

/** Plays from `startMs` to `endMs`, where it stops. `plays`: at once; `atFirst`: where it stands before. */
export function usePlayer(startMs: number, endMs: number, plays = false, atFirst = startMs): Player {
  const [atMs, setAt] = useState(Math.min(atFirst, endMs))
  const [playing, setPlaying] = useState(plays)
  const [speed, setSpeed] = useState(1)
  const over = atMs >= endMs
  const running = playing && !over && endMs > 0
  useEffect(() => {
    if (!running) return
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      const passed = (now - last) * speed
      last = now
      setAt((before) => Math.min(before + passed, endMs))
    }, frameMs)
    return () => clearInterval(timer)
  }, [running, speed, endMs])
  const seek = useCallback((to: number) => setAt(Math.min(Math.max(to, 0), endMs)), [endMs])
  const toggle = useCallback(() => {
    if (over) setAt(startMs)
    setPlaying(over || !playing)
  }, [over, playing, startMs])
  const pause = useCallback(() => setPlaying(false), [])
  const changeSpeed = useCallback((by: number) => setSpeed((before) => otherSpeed(before, by)), [])
  return { atMs, playing: running, speed, toggle, pause, seek, changeSpeed }
}
