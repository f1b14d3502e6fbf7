import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CallComment, Clip, Playlist, PlaylistSummary } from '../../../server/protocol.ts'
import { getJson, send } from '../connection/http.ts'

export interface Comments {
  readonly all: readonly CallComment[]
  readonly add: (atMs: number, text: string) => Promise<void>
  readonly remove: (id: string) => Promise<void>
}

/** The comments on a call. Adding and removing throw an Error with the server's sentence. */
export function useComments(callId: string): Comments {
  const queries = useQueryClient()
  const key = ['comments', callId]
  const path = `/api/training/calls/${encodeURIComponent(callId)}/comments`
  const { data = [] } = useQuery({ queryKey: key, queryFn: () => getJson<readonly CallComment[]>(path) })
  const changed = (all: readonly CallComment[]) => void queries.setQueryData(key, all)
  return {
    all: data,
    add: async (atMs, text) => changed(await send('POST', path, { atMs: Math.round(atMs), text })),
    remove: async (id) => changed(await send('DELETE', `${path}/${encodeURIComponent(id)}`)),
  }
}

const lists = ['playlists']
const listPath = '/api/training/playlists'

/** Every playlist. */
export const usePlaylists = () => useQuery({ queryKey: lists, queryFn: () => getJson<readonly PlaylistSummary[]>(listPath) })

/** One playlist with its clips. */
export const usePlaylist = (id: string) => useQuery({ queryKey: [...lists, id], queryFn: () => getJson<Playlist>(`${listPath}/${encodeURIComponent(id)}`) })

/** Changes playlists. Each throws an Error with the server's sentence. */
export function usePlaylistChanges() {
  const queries = useQueryClient()
  const changed = async (playlist: Playlist): Promise<Playlist> => {
    queries.setQueryData([...lists, playlist.id], playlist)
    await queries.invalidateQueries({ queryKey: lists, exact: true })
    return playlist
  }
  return {
    begin: async (title: string) => changed(await send<Playlist>('POST', listPath, { title })),
    add: async (id: string, clip: Omit<Clip, 'id'>) => changed(await send<Playlist>('POST', `${listPath}/${encodeURIComponent(id)}/clips`, clip)),
    arrange: async (id: string, clips: readonly string[]) => changed(await send<Playlist>('PUT', `${listPath}/${encodeURIComponent(id)}/clips`, { clips })),
    remove: async (id: string) => void queries.setQueryData(lists, await send<readonly PlaylistSummary[]>('DELETE', `${listPath}/${encodeURIComponent(id)}`)),
  }
}
