import { useSearchParams } from 'react-router'

/** The moment that an address names, `?at=` in ms since the call began; 0 without one. */
export function useLinkedMoment(): number {
  const [query] = useSearchParams()
  const at = Number(query.get('at') ?? 0)
  return Number.isFinite(at) && at > 0 ? at : 0
}
