import { useMemo } from 'react'
import { useWatchedCall } from '../connection/watched-call.ts'
import type { CallPath } from './flow-parts.tsx'

/** The way of a running call through one flow, as it goes on. */
export function useCallPath(callId: string, flow: string): CallPath | null {
  const { call } = useWatchedCall(callId)
  const passed = call?.passed
  const top = call?.guidance.stack.findLast((frame) => frame.flow === flow)?.step ?? null
  return useMemo(() => (passed === undefined ? null : { passed: new Set(passed.filter((frame) => frame.flow === flow).map(({ step }) => step)), at: top }), [passed, top, flow])
}
