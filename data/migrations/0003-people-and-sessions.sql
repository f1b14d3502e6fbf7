-- Who works here, who is signed in, which programs may speak, and what was done in their name.
create table teams (
  id text primary key,
  name text not null unique
) strict;

-- `roles` is a JSON array. A person without `password_hash` signs in by single sign-on, or not yet.
-- `subject` is the issuer and the subject of an OpenID provider.
create table people (
  id text primary key,
  login text not null unique,
  name text not null,
  number text not null,
  roles text not null,
  team text references teams (id),
  password_hash text,
  password_at integer,
  subject text unique,
  status text not null check (status in ('active', 'disabled')),
  demo integer not null check (demo in (0, 1)),
  created_at integer not null,
  signed_in_at integer
) strict;

create index people_by_number on people (number);

-- Only hashes of secrets are kept: of a session's cookie, of an API key, of a one-time link.
create table sessions (
  id text primary key,
  person text not null references people (id),
  method text not null check (method in ('demo', 'password', 'link', 'openid')),
  address text not null,
  browser text not null,
  created_at integer not null,
  seen_at integer not null,
  expires_at integer not null
) strict;

create index sessions_by_person on sessions (person);

create table api_keys (
  id text primary key,
  name text not null,
  hint text not null,
  key_hash text not null unique,
  scopes text not null,
  created_by text not null,
  created_at integer not null,
  expires_at integer,
  used_at integer,
  revoked_at integer
) strict;

-- A link that works once: to make the first administrator (`person` null) or to choose a password.
create table one_time_links (
  token_hash text primary key,
  person text references people (id),
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict;

-- Failed sign-ins by login and by address.
create table sign_in_failures (
  subject text primary key,
  failures integer not null,
  last_at integer not null
) strict;

-- Append-only. `actor` is the id of a person or an API key; null: the server itself or nobody known. `detail` is JSON.
create table audit_log (
  id text primary key,
  at integer not null,
  actor text,
  actor_name text not null,
  action text not null,
  subject text,
  detail text not null,
  address text not null
) strict;

create index audit_log_by_time on audit_log (at);
create index audit_log_by_subject on audit_log (subject, at);
