-- Messages to other systems, written with the journal entries that cause them, and deleted once they are taken.
-- `id` names the cause, so that nothing is sent for it twice; what nobody took after many attempts stays as 'dead'.
create table webhook_outbox (
  id text primary key,
  receiver text not null,
  event text not null,
  call_id text not null,
  payload text not null,
  created_at integer not null,
  attempts integer not null default 0,
  due_at integer not null,
  status text not null check (status in ('waiting', 'dead')),
  last_error text
) strict;

create index webhook_due on webhook_outbox (due_at) where status = 'waiting';
