-- Each entry's hash covers the one before it in its call, so that nothing in the middle can be changed unseen. Entries that were there before have ''.
alter table journal add column hash text not null default '';

-- How many entries each call had when the chain began: only these may be without a hash.
create table journal_before_chain (
  call_id text primary key,
  entries integer not null
) strict;
insert into journal_before_chain select call_id, max(seq) + 1 from journal group by call_id;

-- The length and last hash of a call's journal when it was reviewed: nothing can be cut off its end unseen.
create table journal_seals (
  call_id text primary key references calls (id) on delete cascade,
  entries integer not null,
  hash text not null,
  sealed_at integer not null
) strict;
