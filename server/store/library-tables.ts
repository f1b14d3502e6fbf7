/** A text of the library, by the SHA-256 of its content. */
export interface LibraryTextRow {
  readonly hash: string
  readonly text: string
}
export interface LibraryVersionRow {
  readonly version: string
  readonly created_at: number
}
export interface LibraryFileRow {
  readonly version: string
  readonly path: string
  readonly hash: string
}
/** Times are ms since the epoch. */
export interface PublicationRow {
  readonly id: string
  readonly version: string
  readonly kind: 'files' | 'draft' | 'rollback'
  readonly draft: string | null
  readonly title: string
  readonly author: string | null
  readonly author_name: string
  readonly approver_name: string | null
  readonly effective_at: number
  readonly created_at: number
  readonly cancelled_at: number | null
}
export interface DraftRow {
  readonly id: string
  readonly title: string
  readonly base: string
  readonly status: 'open' | 'review' | 'approved' | 'published' | 'discarded'
  readonly author: string
  readonly author_name: string
  readonly created_at: number
  readonly updated_at: number
}
/** `text` null: the draft removes the file. */
export interface DraftFileRow {
  readonly draft: string
  readonly path: string
  readonly text: string | null
}
export interface DraftReviewRow {
  readonly id: string
  readonly draft: string
  readonly version: string
  readonly reviewer: string
  readonly reviewer_name: string
  readonly approved: 0 | 1
  readonly note: string
  readonly at: number
}
export interface BlastRunRow {
  readonly id: string
  readonly draft: string
  readonly version: string
  readonly calls: number
  readonly from_at: number | null
  readonly to_at: number | null
  readonly status: 'running' | 'done' | 'cancelled' | 'failed'
  readonly looked: number
  readonly total: number
  readonly result: string | null
  readonly fault: string | null
  readonly author: string
  readonly started_at: number
  readonly ended_at: number | null
}
export interface LibraryTables {
  readonly library_texts: LibraryTextRow
  readonly library_versions: LibraryVersionRow
  readonly library_files: LibraryFileRow
  readonly publications: PublicationRow
  readonly drafts: DraftRow
  readonly draft_files: DraftFileRow
  readonly draft_reviews: DraftReviewRow
  readonly blast_runs: BlastRunRow
}
