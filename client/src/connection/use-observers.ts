import { useEffect, useState } from 'react'
import { wire } from './socket.ts'

/** Who else looks at one's call now, where agents are told. */
export function useObservers(callId: string): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    const observed = (id: string, looking: readonly string[]) => {
      if (id === callId) setNames(looking)
    }
    const nobody = () => setNames([])
    wire.on('call:observed', observed)
    wire.on('disconnect', nobody)
    return () => {
      wire.off('call:observed', observed)
      wire.off('disconnect', nobody)
    }
  }, [callId])
  return names
}
