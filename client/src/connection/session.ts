import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Role, SessionPerson, SessionView } from '../../../server/protocol.ts'
import { getJson, send } from './http.ts'
import { wire } from './socket.ts'

const key = ['session']

/** Who is on this page and how one gets in. */
export const useSession = () => useQuery({ queryKey: key, queryFn: () => getJson<SessionView>('/api/session') })

/** The person who is signed in. */
export const usePerson = (): SessionPerson | null => useSession().data?.person ?? null

/** Whether the person has one of these roles. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const person = usePerson()
  return person?.roles.some((role) => roles.includes(role)) ?? false
}

/** Somebody else is signed in now, or nobody: what the page knew belongs to the one before and is forgotten. */
export function useSessionChanged(): (session: SessionView) => void {
  const queries = useQueryClient()
  return useCallback(
    (session) => {
      wire.disconnect()
      // An answer to the question who is here that is still on its way is out of date.
      void queries.cancelQueries({ queryKey: key })
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] })
      queries.setQueryData(key, session)
    },
    [queries],
  )
}

/** Signs out. */
export function useSignOut(): () => Promise<void> {
  const changed = useSessionChanged()
  return useCallback(async () => changed(await send<SessionView>('DELETE', '/api/session')), [changed])
}
