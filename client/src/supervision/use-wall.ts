import { useEffect, useState } from 'react'
import type { WallCall } from '../../../server/protocol.ts'
import { request } from '../connection/request.ts'
import { wire } from '../connection/socket.ts'

/** The calls of the team as they are now; null until the server has answered. `broken`: it could not. */
export function useWall(): { readonly calls: readonly WallCall[] | null; readonly broken: boolean } {
  const [calls, setCalls] = useState<readonly WallCall[] | null>(null)
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    const show = (now: readonly WallCall[]) => {
      setCalls(now)
      setBroken(false)
    }
    const watch = () => request('wall:watch').then(show, () => setBroken(true))
    const lost = () => setBroken(true)
    wire.on('wall:changed', show)
    wire.on('connect', watch)
    wire.on('disconnect', lost)
    if (wire.connected) void watch()
    return () => {
      wire.off('wall:changed', show)
      wire.off('connect', watch)
      wire.off('disconnect', lost)
      request('wall:leave').catch(() => undefined)
    }
  }, [])
  return { calls, broken }
}
