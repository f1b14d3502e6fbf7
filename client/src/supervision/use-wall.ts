import { useEffect, useState } from 'react'
import type { WallCall } from '../../../server/protocol.ts'
import { request } from '../connection/request.ts'
import { wire } from '../connection/socket.ts'

/** The team's wall. `calls`: as they are now, null until the server has answered. `broken`: it could not. `partial`: some servers cannot reach each other, so calls may be missing. */
export interface TeamWall {
  readonly calls: readonly WallCall[] | null
  readonly broken: boolean
  readonly partial: boolean
}

/** Watches the wall for as long as the component stands. */
export function useWall(): TeamWall {
  const [calls, setCalls] = useState<readonly WallCall[] | null>(null)
  const [broken, setBroken] = useState(false)
  const [partial, setPartial] = useState(false)
  useEffect(() => {
    const show = (now: readonly WallCall[]) => {
      setCalls(now)
      setBroken(false)
    }
    const reach = (now: 'all' | 'this node') => setPartial(now !== 'all')
    const watch = () => {
      setPartial(false)
      return request('wall:watch').then(show, () => setBroken(true))
    }
    const lost = () => setBroken(true)
    wire.on('wall:changed', show)
    wire.on('wall:reach', reach)
    wire.on('connect', watch)
    wire.on('disconnect', lost)
    if (wire.connected) void watch()
    return () => {
      wire.off('wall:changed', show)
      wire.off('wall:reach', reach)
      wire.off('connect', watch)
      wire.off('disconnect', lost)
      request('wall:leave').catch(() => undefined)
    }
  }, [])
  return { calls, broken, partial }
}
