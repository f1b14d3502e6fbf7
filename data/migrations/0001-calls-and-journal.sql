-- What the lists show. The journal is the truth; a row here can be rebuilt from it.
create table calls (
  id text primary key,
  agent text not null,
  caller_number text not null,
  queue text not null,
  status text not null check (status in ('live', 'held', 'wrap-up', 'closed')),
  scenario text,
  started_at integer not null,
  ended_at integer,
  outcome text,
  library_version text not null
) strict;

create index calls_open on calls (started_at) where status <> 'closed';

-- Append-only. `seq` counts from 0 in each call; two writers of one call collide on the key.
create table journal (
  call_id text not null references calls (id),
  seq integer not null,
  at integer not null,
  type text not null,
  payload text not null,
  primary key (call_id, seq)
) strict, without rowid;
