-- What reviews ask of calls. Rows of the first three tables are made from the journal and can be made anew at any time.

-- One row a call that has ended: the sums that trends and samples need. `entries`: journal entries it was made from.
create table call_sums (
  call_id text primary key references calls (id) on delete cascade,
  entries integer not null,
  closed integer not null,
  agent text not null,
  agent_id text,
  team text,
  origin text not null,
  scenario text,
  outcome text,
  disposition text,
  library_version text not null,
  started_at integer not null,
  ended_at integer not null,
  duration_ms integer not null,
  held_ms integer not null,
  agent_turns integer not null,
  caller_turns integer not null,
  points_due integer not null,
  points_said integer not null,
  conventions_due integer not null,
  conventions_kept integer not null,
  peak_anger real not null,
  raised integer not null,
  repaired integer not null,
  dismissed integer not null,
  risk real not null
) strict;
create index call_sums_by_time on call_sums (started_at);
create index call_sums_by_team on call_sums (team, started_at);
create index call_sums_by_agent on call_sums (agent_id, started_at);

-- One row a warning that became firm. `at`: ms since the epoch; `at_ms`: since the call began.
create table findings (
  call_id text not null references calls (id) on delete cascade,
  warning_id text not null,
  at integer not null,
  at_ms integer not null,
  utterance_id text not null,
  agent text not null,
  agent_id text,
  team text,
  origin text not null,
  scenario text,
  flow text,
  step text,
  rule text not null,
  category text not null,
  severity text not null check (severity in ('block', 'warn', 'hint')),
  match text not null,
  match_start integer not null,
  match_end integer not null,
  utterance text not null,
  say_instead text not null,
  library_version text not null,
  state text not null check (state in ('open', 'repaired', 'dismissed')),
  dismissed_because text,
  primary key (call_id, warning_id)
) strict, without rowid;
create index findings_by_time on findings (at);
create index findings_by_rule on findings (rule, at);
create index findings_by_agent on findings (agent_id, at);
create index findings_by_team on findings (team, at);

-- `id` is 1024 times the ms at which it was said, counted up where two fall together: the order of ids is the order of time.
create table utterances (
  id integer primary key,
  call_id text not null references calls (id) on delete cascade,
  utterance_id text not null,
  speaker text not null check (speaker in ('agent', 'caller')),
  text text not null,
  at integer not null,
  at_ms integer not null,
  agent text not null,
  agent_id text,
  team text,
  origin text not null,
  scenario text
) strict;
create index utterances_by_call on utterances (call_id);

-- A person's word on a finding; outlives the finding's row being made anew.
create table judgements (
  call_id text not null references calls (id) on delete cascade,
  warning_id text not null,
  verdict text not null check (verdict in ('right', 'false alarm', 'coaching')),
  note text not null,
  judge_id text not null,
  judge_name text not null,
  judged_at integer not null,
  primary key (call_id, warning_id)
) strict, without rowid;

-- A filter with a name. `page`: which page it belongs to; `filter`: JSON.
create table saved_views (
  id text primary key,
  owner_id text not null,
  page text not null,
  name text not null,
  filter text not null,
  shared integer not null,
  created_at integer not null,
  unique (owner_id, page, name)
) strict;

-- `kind`: random, by risk, or a quota an agent. `filter`: JSON of which calls; `size`: calls in all, or an agent.
create table sampling_plans (
  id text primary key,
  name text not null,
  kind text not null check (kind in ('random', 'risk', 'quota')),
  size integer not null,
  days integer not null,
  team text,
  scorecard text not null,
  created_by text not null,
  created_at integer not null
) strict;
create table sampled_calls (
  plan_id text not null references sampling_plans (id) on delete cascade,
  call_id text not null references calls (id) on delete cascade,
  drawn_at integer not null,
  because text not null,
  primary key (plan_id, call_id)
) strict, without rowid;

-- Several evaluators on one call.
create table calibrations (
  id text primary key,
  call_id text not null references calls (id) on delete cascade,
  scorecard text not null,
  title text not null,
  created_by text not null,
  created_at integer not null,
  closed_at integer
) strict;

-- `card`: the scorecard as it was, as JSON. `score`: 0 to 100, null while open. `due_at`: until when the agent may dispute.
create table evaluations (
  id text primary key,
  call_id text not null references calls (id) on delete cascade,
  scorecard text not null,
  card text not null,
  plan_id text references sampling_plans (id) on delete set null,
  calibration_id text references calibrations (id) on delete cascade,
  evaluator_id text not null,
  evaluator_name text not null,
  agent text not null,
  agent_id text,
  team text,
  status text not null check (status in ('draft', 'published', 'acknowledged', 'disputed', 'settled')),
  score real,
  failed integer not null,
  summary text not null,
  created_at integer not null,
  published_at integer,
  due_at integer,
  acknowledged_at integer
) strict;
create index evaluations_by_call on evaluations (call_id);
create index evaluations_by_agent on evaluations (agent_id, published_at);
create index evaluations_by_time on evaluations (created_at);
create unique index evaluations_once on evaluations (calibration_id, evaluator_id) where calibration_id is not null;

-- `proposed`: what the engine found, with `evidence` (JSON); `answer`: what counts.
create table evaluation_items (
  evaluation_id text not null references evaluations (id) on delete cascade,
  item text not null,
  proposed text check (proposed in ('met', 'partly', 'missed', 'not applicable')),
  evidence text not null,
  answer text check (answer in ('met', 'partly', 'missed', 'not applicable')),
  reason text not null,
  primary key (evaluation_id, item)
) strict, without rowid;

-- `items`: JSON of the items in dispute; `due_at`: when the second reviewer must have settled it.
create table disputes (
  evaluation_id text primary key references evaluations (id) on delete cascade,
  items text not null,
  reason text not null,
  raised_at integer not null,
  due_at integer not null,
  reviewer_id text,
  reviewer_name text,
  ruling text check (ruling in ('upheld', 'changed')),
  note text,
  score_before real,
  settled_at integer
) strict;

-- Who did what to an evaluation, in order.
create table evaluation_log (
  evaluation_id text not null references evaluations (id) on delete cascade,
  number integer not null,
  at integer not null,
  person_id text not null,
  person_name text not null,
  action text not null,
  detail text not null,
  primary key (evaluation_id, number)
) strict, without rowid;
