/** A comment at a moment of a stored call. `at_ms`: since the call began. */
export interface CommentRow {
  readonly id: string
  readonly call_id: string
  readonly at_ms: number
  readonly text: string
  readonly author: string
  readonly author_name: string
  readonly created_at: number
}
export interface PlaylistRow {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly author_name: string
  readonly created_at: number
}
/** A stretch of a call in a playlist. `place` orders them; `from_ms`, `to_ms`: since the call began. */
export interface ClipRow {
  readonly id: string
  readonly playlist_id: string
  readonly call_id: string
  readonly place: number
  readonly title: string
  readonly from_ms: number
  readonly to_ms: number
}
export interface ReplayTables {
  readonly call_comments: CommentRow
  readonly playlists: PlaylistRow
  readonly clips: ClipRow
}
