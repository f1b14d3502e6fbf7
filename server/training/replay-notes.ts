import { randomUUID } from 'node:crypto'
import { SunlineError } from '../errors.ts'
import type { Person } from '../identity/actor.ts'
import type { CallComment, Clip, Playlist, PlaylistSummary } from '../protocol.ts'
import { maskPersonal } from '../privacy/mask.ts'
import type { Database } from '../store/database.ts'

/** Comments that one call may carry, and clips that one playlist may hold. */
const most = 500

/** The comments on a call, by their moment. */
export async function comments(database: Database, callId: string, person: Person): Promise<readonly CallComment[]> {
  const rows = await database.selectFrom('call_comments').selectAll().where('call_id', '=', callId).orderBy('at_ms').orderBy('created_at').limit(most).execute()
  return rows.map(({ id, at_ms, text, author, author_name, created_at }) => ({ id, atMs: at_ms, text, author: author_name, createdAt: created_at, own: author === person.id }))
}

/** Adds a comment at a moment, ms since the call began; numbers of persons in it are masked. `now`: ms since the epoch. */
export async function addComment(database: Database, callId: string, person: Person, atMs: number, text: string, now: number): Promise<void> {
  await database.insertInto('call_comments').values({ id: randomUUID(), call_id: callId, at_ms: atMs, text: maskPersonal(text), author: person.id, author_name: person.name, created_at: now }).execute()
}

/** Takes one's own comment back. Throws SunlineError 'not found'. */
export async function removeComment(database: Database, callId: string, id: string, person: Person): Promise<void> {
  const { numDeletedRows } = await database.deleteFrom('call_comments').where('id', '=', id).where('call_id', '=', callId).where('author', '=', person.id).executeTakeFirst()
  if (numDeletedRows === 0n) throw new SunlineError('not found', 'you have no such comment on this call', 'id')
}

/** Every playlist, newest first. */
export async function playlists(database: Database, person: Person): Promise<readonly PlaylistSummary[]> {
  const rows = await database.selectFrom('playlists').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()
  const sums = await database
    .selectFrom('clips')
    .select(({ fn, ref }) => ['playlist_id', fn.countAll<number>().as('clips'), fn.sum<number>(ref('to_ms')).as('until'), fn.sum<number>(ref('from_ms')).as('from')])
    .groupBy('playlist_id')
    .execute()
  const sumOf = new Map(sums.map((sum) => [sum.playlist_id, sum]))
  return rows.map(({ id, title, author, author_name, created_at }) => {
    const sum = sumOf.get(id)
    return { id, title, author: author_name, createdAt: created_at, clips: Number(sum?.clips ?? 0), durationMs: Number(sum?.until ?? 0) - Number(sum?.from ?? 0), own: author === person.id }
  })
}

/** A playlist with its clips in order. Throws SunlineError 'not found'. */
export async function playlist(database: Database, id: string, person: Person): Promise<Playlist> {
  const summary = (await playlists(database, person)).find((each) => each.id === id)
  if (!summary) throw noPlaylist(id)
  return { ...summary, items: await clipsOf(database, id) }
}

async function clipsOf(database: Database, id: string): Promise<readonly Clip[]> {
  const rows = await database.selectFrom('clips').selectAll().where('playlist_id', '=', id).orderBy('place').execute()
  return rows.map((row) => ({ id: row.id, callId: row.call_id, title: row.title, fromMs: row.from_ms, toMs: row.to_ms }))
}

/** Begins a playlist. Resolves to its id. */
export async function addPlaylist(database: Database, title: string, person: Person, now: number): Promise<string> {
  const id = randomUUID()
  await database.insertInto('playlists').values({ id, title, author: person.id, author_name: person.name, created_at: now }).execute()
  return id
}

/** Deletes one's own playlist with its clips. Throws SunlineError 'not found'. */
export async function removePlaylist(database: Database, id: string, person: Person): Promise<void> {
  const { numDeletedRows } = await database.deleteFrom('playlists').where('id', '=', id).where('author', '=', person.id).executeTakeFirst()
  if (numDeletedRows === 0n) throw new SunlineError('not found', 'you have no such playlist', 'id')
}

/** Puts a clip at the end of a playlist. Throws SunlineError 'not found', 'invalid payload' for a clip that ends before it begins, or 'conflict' when the list is full. */
export async function addClip(database: Database, playlistId: string, clip: Omit<Clip, 'id'>): Promise<void> {
  if (clip.toMs <= clip.fromMs) throw new SunlineError('invalid payload', 'toMs: expected a moment after fromMs', 'toMs')
  const known = await database.selectFrom('playlists').select('id').where('id', '=', playlistId).executeTakeFirst()
  if (!known) throw noPlaylist(playlistId)
  const clips = await clipsOf(database, playlistId)
  if (clips.length >= most) throw new SunlineError('conflict', `a playlist holds at most ${String(most)} clips; begin another`)
  const { place } = await database.selectFrom('clips').select(({ fn }) => fn.max('place').as('place')).where('playlist_id', '=', playlistId).executeTakeFirstOrThrow()
  const { callId, title, fromMs, toMs } = clip
  await database.insertInto('clips').values({ id: randomUUID(), playlist_id: playlistId, call_id: callId, title, from_ms: fromMs, to_ms: toMs, place: Number(place ?? 0) + 1 }).execute()
}

/** Orders the clips of one's own playlist anew; those not named are taken out. Throws SunlineError 'not found'. */
export async function arrangeClips(database: Database, playlistId: string, ids: readonly string[], person: Person): Promise<void> {
  const own = await database.selectFrom('playlists').select('id').where('id', '=', playlistId).where('author', '=', person.id).executeTakeFirst()
  if (!own) throw new SunlineError('not found', 'you have no such playlist', 'id')
  const known = new Set((await clipsOf(database, playlistId)).map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw new SunlineError('not found', 'one of the clips is gone; reload the playlist', 'clips')
  await database.transaction().execute(async (transaction) => {
    for (const id of known) if (!ids.includes(id)) await transaction.deleteFrom('clips').where('id', '=', id).execute()
    for (const [place, id] of ids.entries()) await transaction.updateTable('clips').set({ place: place + 1 }).where('id', '=', id).execute()
  })
}

const noPlaylist = (id: string): SunlineError => new SunlineError('not found', `there is no playlist "${id}"`, 'id')
