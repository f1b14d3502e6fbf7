-- What an administrator has decided about personal data: one row, JSON. Without it the defaults hold.
create table privacy_settings (
  id integer primary key check (id = 1),
  settings text not null,
  changed_at integer not null,
  changed_by text not null
) strict;

-- Journal entries as they were before masking, encrypted; only while masks are reversible. `sealed`: iv, tag and text, base64url.
create table sealed_entries (
  call_id text not null references calls (id) on delete cascade,
  seq integer not null,
  key_id text not null,
  sealed text not null,
  primary key (call_id, seq)
) strict, without rowid;

-- Which calls came from one number. `caller`: keyed hash of the number, never the number itself.
create table caller_index (
  caller text not null,
  call_id text not null references calls (id) on delete cascade,
  primary key (caller, call_id)
) strict, without rowid;
create index caller_index_by_call on caller_index (call_id);

-- What was erased, when and why; nothing of the erased itself.
create table erasures (
  id text primary key,
  at integer not null,
  because text not null check (because in ('request', 'retention')),
  actor_name text not null,
  reason text not null,
  kind text not null,
  erased integer not null
) strict;
create index erasures_by_time on erasures (at);
