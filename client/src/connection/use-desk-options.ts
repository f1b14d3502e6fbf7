import { useQuery } from '@tanstack/react-query'
import type { DeskView } from '../../../server/protocol.ts'
import { getJson } from './http.ts'

const none: DeskView = { screenPop: null, browserSpeech: false }

/** What the agent's page offers beside the call, read once a page; nothing until it is known. */
export function useDeskOptions(): DeskView {
  const { data } = useQuery({ queryKey: ['desk'], queryFn: () => getJson<DeskView>('/api/desk'), staleTime: Infinity })
  return data ?? none
}
