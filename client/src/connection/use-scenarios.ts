import { useQuery } from '@tanstack/react-query'
import type { ScenarioCard } from '../../../server/protocol.ts'
import { getJson } from './http.ts'

/** Every documented scenario of the library that the server runs, read once a page. */
export function useScenarios(): { readonly cards: readonly ScenarioCard[] | undefined; readonly failed: boolean; readonly retry: () => void } {
  const { data, isError, refetch } = useQuery({ queryKey: ['scenarios'], queryFn: () => getJson<readonly ScenarioCard[]>('/api/scenarios'), staleTime: Infinity })
  return { cards: data, failed: isError, retry: () => void refetch() }
}
