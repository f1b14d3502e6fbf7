import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { CourseView, MyTraining, TraineesView } from '../../../server/protocol.ts'
import { getJson, post, send } from '../connection/http.ts'
import { useFailureText } from '../connection/http-failed.ts'

/** A course as it is sent to the server. */
export interface CourseDraft {
  readonly id: string | null
  readonly title: string
  readonly scenarios: readonly { readonly scenario: string; readonly passMark: number; readonly level: 1 | 2 | 3 }[]
}
/** Whom to give a course to, by when (ms since the epoch). */
export interface AssignmentWish {
  readonly course: string
  readonly to: readonly { readonly person?: string; readonly team?: string }[]
  readonly dueAt: number | null
}

export const useCourses = () => useQuery({ queryKey: ['courses'], queryFn: () => getJson<readonly CourseView[]>('/api/training/courses') })
export const useTrainees = () => useQuery({ queryKey: ['trainees'], queryFn: () => getJson<TraineesView>('/api/training/trainees') })
export const useMyTraining = () => useQuery({ queryKey: ['my-training'], queryFn: () => getJson<MyTraining>('/api/training/mine') })

/** Changes of courses; the list is read anew after each, and a failure is said in the reader's words. */
export function useCourseChanges() {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const failureText = useFailureText()
  const after = {
    onSettled: () => queries.invalidateQueries({ queryKey: ['courses'] }),
    onError: (failure: unknown) => void message.error(failureText(failure)),
  }
  const put = useMutation({ mutationFn: ({ id, ...draft }: CourseDraft) => send<{ readonly id: string }>(id === null ? 'POST' : 'PUT', `/api/training/courses${id === null ? '' : `/${id}`}`, draft), ...after })
  const remove = useMutation({ mutationFn: (id: string) => send('DELETE', `/api/training/courses/${id}`), ...after })
  const assign = useMutation({
    mutationFn: async ({ course, to, dueAt }: AssignmentWish) => {
      for (const each of to) await post(`/api/training/courses/${course}/assignments`, { ...each, dueAt })
    },
    ...after,
  })
  const withdraw = useMutation({ mutationFn: (id: string) => send('DELETE', `/api/training/assignments/${id}`), ...after })
  return { put, remove, assign, withdraw }
}
