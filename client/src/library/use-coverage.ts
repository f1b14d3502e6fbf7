import { useQuery } from '@tanstack/react-query'
import type { CoverageView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'

/** ms for which the counts are kept when going from page to page: they sum up all stored calls. */
const freshMs = 30_000

/** How far the stored calls went through the library. */
export function useCoverage(): { readonly view: CoverageView | undefined; readonly failed: boolean; readonly retry: () => void } {
  const { data, isError, refetch } = useQuery({ queryKey: ['coverage'], queryFn: () => getJson<CoverageView>('/api/library/coverage'), staleTime: freshMs })
  return { view: data, failed: isError, retry: () => void refetch() }
}
