-- What trainers note on stored calls. Times in a call are ms since it began.
create table call_comments (
  id text primary key,
  call_id text not null references calls (id) on delete cascade,
  at_ms integer not null check (at_ms >= 0),
  text text not null,
  author text not null,
  author_name text not null,
  created_at integer not null
) strict;
create index call_comments_by_call on call_comments (call_id, at_ms);

-- A playlist is the material of a lesson: clips of calls in an order.
create table playlists (
  id text primary key,
  title text not null,
  author text not null,
  author_name text not null,
  created_at integer not null
) strict;

create table clips (
  id text primary key,
  playlist_id text not null references playlists (id) on delete cascade,
  call_id text not null references calls (id) on delete cascade,
  place integer not null,
  title text not null,
  from_ms integer not null check (from_ms >= 0),
  to_ms integer not null check (to_ms > from_ms)
) strict;
create index clips_by_playlist on clips (playlist_id, place);
create index clips_by_call on clips (call_id);
