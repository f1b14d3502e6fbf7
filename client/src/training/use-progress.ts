import { useQuery } from '@tanstack/react-query'
import type { ProgressView, TraineeProgressView } from '../../../server/protocol.ts'
import { getJson } from '../connection/http.ts'

const zone = (): string => `zone=${String(-new Date().getTimezoneOffset())}`

/** The trainees of a team, or of all teams that one may see. */
export const useProgress = (team: string | null) =>
  useQuery({ queryKey: ['progress', team], queryFn: () => getJson<ProgressView>(`/api/training/progress?${zone()}${team === null ? '' : `&team=${encodeURIComponent(team)}`}`), placeholderData: (before) => before })

/** One trainee; null: oneself. */
export const useTraineeProgress = (person: string | null) =>
  useQuery({ queryKey: ['trainee-progress', person], queryFn: () => getJson<TraineeProgressView>(`/api/training/${person === null ? 'my-progress' : `progress/${encodeURIComponent(person)}`}?${zone()}`), retry: false })
