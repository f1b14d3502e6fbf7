import { useMemo } from 'react'
import type { ScenarioPage } from '../../../server/protocol.ts'
import { useWatchedCall } from '../connection/watched-call.ts'
import type { CallPath } from './flow-parts.tsx'
import { walkedWays } from './walked-ways.ts'

/** The way of a running call through one flow, as it goes on; null until the call is known. */
export function useCallPath(callId: string, { id, steps }: ScenarioPage): CallPath | null {
  const { call } = useWatchedCall(callId)
  const passed = call?.passed
  const at = call?.guidance.stack.findLast((frame) => frame.flow === id)?.step ?? null
  return useMemo(() => {
    if (passed === undefined) return null
    const here = passed.filter((frame) => frame.flow === id).map(({ step }) => step)
    return { passed: new Set(here), ways: walkedWays(steps, here), at }
  }, [passed, at, id, steps])
}
