import { Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { personOf } from '../identity/actor.ts'
import { IdSchema } from '../ingest/neutral.ts'
import type { CallComment, Playlist, PlaylistSummary } from '../protocol.ts'
import type { Database } from '../store/database.ts'
import * as notes from '../training/replay-notes.ts'
import type { Replays } from '../training/replays.ts'
import { endpoint } from './endpoint.ts'

const AtMs = Type.Integer({ minimum: 0, maximum: 172_800_000, description: 'Expected ms since the call began' })
const Title = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S', description: 'Expected 1 to 120 characters' })
const Text = Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S', description: 'Expected 1 to 2000 characters' })
const CallParams = Type.Object({ id: IdSchema })
const ListParams = Type.Object({ id: Type.String({ minLength: 1, maxLength: 64 }) })

/** What trainers note on stored calls: comments at a moment, and clips gathered into playlists. `now`: ms since the epoch. */
export function replayNoteRoutes(app: FastifyInstance, { replays, database, now }: { readonly replays: Replays; readonly database: Database; readonly now: () => number }): void {
  endpoint(app, { method: 'GET', url: '/api/training/calls/:id/comments', access: 'calls:review', summary: 'The comments on a call.', params: CallParams }, async ({ params: { id }, actor }): Promise<readonly CallComment[]> => {
    await replays.find(id, personOf(actor))
    return notes.comments(database, id, personOf(actor))
  })
  endpoint(app, { method: 'POST', url: '/api/training/calls/:id/comments', access: 'calls:comment', summary: 'Comment on a moment of a call.', params: CallParams, body: Type.Object({ atMs: AtMs, text: Text }) }, async ({ params: { id }, body: { atMs, text }, actor, reply }): Promise<readonly CallComment[]> => {
    await replays.find(id, personOf(actor))
    await notes.addComment(database, id, personOf(actor), atMs, text.trim(), now())
    void reply.code(201)
    return notes.comments(database, id, personOf(actor))
  })
  endpoint(app, { method: 'DELETE', url: '/api/training/calls/:id/comments/:comment', access: 'calls:comment', summary: 'Take one\'s own comment back.', params: Type.Object({ id: IdSchema, comment: Type.String({ maxLength: 64 }) }) }, async ({ params: { id, comment }, actor }): Promise<readonly CallComment[]> => {
    await replays.find(id, personOf(actor))
    await notes.removeComment(database, id, comment, personOf(actor))
    return notes.comments(database, id, personOf(actor))
  })
  endpoint(app, { method: 'GET', url: '/api/training/playlists', access: 'calls:review', summary: 'Every playlist.' }, async ({ actor }): Promise<readonly PlaylistSummary[]> => notes.playlists(database, personOf(actor)))
  endpoint(app, { method: 'POST', url: '/api/training/playlists', access: 'calls:comment', summary: 'Begin a playlist.', body: Type.Object({ title: Title }) }, async ({ body: { title }, actor, reply }): Promise<Playlist> => {
    void reply.code(201)
    return notes.playlist(database, await notes.addPlaylist(database, title.trim(), personOf(actor), now()), personOf(actor))
  })
  endpoint(app, { method: 'GET', url: '/api/training/playlists/:id', access: 'calls:review', summary: 'A playlist with its clips.', params: ListParams }, async ({ params: { id }, actor }): Promise<Playlist> => notes.playlist(database, id, personOf(actor)))
  endpoint(app, { method: 'DELETE', url: '/api/training/playlists/:id', access: 'calls:comment', summary: 'Delete one\'s own playlist.', params: ListParams }, async ({ params: { id }, actor }): Promise<readonly PlaylistSummary[]> => {
    await notes.removePlaylist(database, id, personOf(actor))
    return notes.playlists(database, personOf(actor))
  })
  const Clip = Type.Object({ callId: IdSchema, title: Title, fromMs: AtMs, toMs: AtMs })
  endpoint(app, { method: 'POST', url: '/api/training/playlists/:id/clips', access: 'calls:comment', summary: 'Put a stretch of a call into a playlist.', params: ListParams, body: Clip }, async ({ params: { id }, body, actor, reply }): Promise<Playlist> => {
    await replays.find(body.callId, personOf(actor))
    await notes.addClip(database, id, { ...body, title: body.title.trim() })
    void reply.code(201)
    return notes.playlist(database, id, personOf(actor))
  })
  endpoint(app, { method: 'PUT', url: '/api/training/playlists/:id/clips', access: 'calls:comment', summary: 'Order the clips of a playlist; those left out are taken out.', params: ListParams, body: Type.Object({ clips: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 500 }) }) }, async ({ params: { id }, body: { clips }, actor }): Promise<Playlist> => {
    await notes.arrangeClips(database, id, clips, personOf(actor))
    return notes.playlist(database, id, personOf(actor))
  })
}
