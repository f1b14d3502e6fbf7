import { useCallback, useMemo } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { QualityFilter } from '../../../server/protocol.ts'
import { newestQuery } from '../state/newest-query.ts'

/** The fields of a filter as they stand in the address. */
export const filterFields = ['from', 'to', 'agent', 'team', 'scenario', 'rule', 'category', 'severity', 'state', 'verdict', 'origin', 'speaker', 'words'] as const
type Field = (typeof filterFields)[number]
/** What changes of a filter; undefined takes a condition away. */
export type FilterChange = { readonly [Key in Field]?: string | number | undefined }

/** The filter in the address, so that a link shows the same to a colleague. */
export function useFilter(): { readonly filter: QualityFilter; readonly query: string; readonly change: (change: FilterChange) => void; readonly replace: (filter: QualityFilter) => void } {
  const [parameters, setParameters] = useSearchParams()
  const { pathname } = useLocation()
  const text = parameters.toString()
  const filter = useMemo(() => filterOf(new URLSearchParams(text)), [text])
  const change = useCallback(
    (changes: FilterChange) => {
      // This page may stand for a moment after it was left, while the next one is fetched: what was typed last must not call it back.
      if (location.pathname !== pathname) return
      const next = newestQuery()
      for (const [field, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(field)
        else next.set(field, String(value))
      }
      setParameters(next, { replace: true })
    },
    [setParameters, pathname],
  )
  const replace = useCallback((wanted: QualityFilter) => setParameters(queryOf(wanted)), [setParameters])
  return { filter, query: queryOf(filter).toString(), change, replace }
}

/** A filter as the query of an address. */
export const queryOf = (filter: QualityFilter): URLSearchParams => new URLSearchParams(Object.entries(filter).flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)]])))

function filterOf(parameters: URLSearchParams): QualityFilter {
  const found = filterFields.flatMap((field): [string, string | number][] => {
    const value = parameters.get(field)
    if (value === null || value === '') return []
    return [[field, field === 'from' || field === 'to' ? Number(value) : value]]
  })
  return Object.fromEntries(found)
}
