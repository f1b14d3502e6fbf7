-- Every version of the words that was ever published, by content: a text is kept once, however many versions have it.
create table library_texts (
  hash text primary key,
  text text not null
) strict;
create table library_versions (
  version text primary key,
  created_at integer not null
) strict;
create table library_files (
  version text not null references library_versions (version),
  path text not null,
  hash text not null references library_texts (hash),
  primary key (version, path)
) strict, without rowid;

-- What is in use from when on: the newest that has begun and was not taken back. `kind`: from files, from a draft, or back to an earlier one.
create table publications (
  id text primary key,
  version text not null references library_versions (version),
  kind text not null check (kind in ('files', 'draft', 'rollback')),
  draft text,
  title text not null,
  author text,
  author_name text not null,
  approver_name text,
  effective_at integer not null,
  created_at integer not null,
  cancelled_at integer
) strict;
create index publications_by_time on publications (effective_at);

-- A change that is being prepared, as the files that differ from its base.
create table drafts (
  id text primary key,
  title text not null,
  base text not null references library_versions (version),
  status text not null check (status in ('open', 'review', 'approved', 'published', 'discarded')),
  author text not null,
  author_name text not null,
  created_at integer not null,
  updated_at integer not null
) strict;
create index drafts_by_status on drafts (status, updated_at);
create table draft_files (
  draft text not null references drafts (id) on delete cascade,
  path text not null,
  -- Null: the file is removed.
  text text,
  primary key (draft, path)
) strict, without rowid;

-- `version`: of the words as they stood; a later change needs another look.
create table draft_reviews (
  id text primary key,
  draft text not null references drafts (id) on delete cascade,
  version text not null,
  reviewer text not null,
  reviewer_name text not null,
  approved integer not null check (approved in (0, 1)),
  note text not null,
  at integer not null
) strict;
create index draft_reviews_by_draft on draft_reviews (draft, at);

-- What a draft would have changed in stored calls. `result` is JSON, null until it is known.
create table blast_runs (
  id text primary key,
  draft text not null references drafts (id) on delete cascade,
  version text not null,
  calls integer not null,
  from_at integer,
  to_at integer,
  status text not null check (status in ('running', 'done', 'cancelled', 'failed')),
  looked integer not null,
  total integer not null,
  result text,
  fault text,
  author text not null,
  started_at integer not null,
  ended_at integer
) strict;
create index blast_runs_by_draft on blast_runs (draft, started_at);
