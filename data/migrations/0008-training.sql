-- Drills: practice calls. The words are in the journal of the call with the same id; what was practised and how it went is here.
create table drills (
  id text primary key,
  person text not null references people (id),
  scenario text not null,
  branch text,
  seed integer not null,
  temperament text not null,
  level integer not null check (level in (1, 2, 3)),
  mode text not null check (mode in ('study', 'practice', 'exam')),
  assignment text,
  hints integer not null,
  library_version text not null,
  started_at integer not null,
  -- Null while it goes on. `score` is JSON.
  ended_at integer,
  total integer,
  passed integer check (passed in (0, 1)),
  score text
) strict;
create index drills_by_person on drills (person, started_at);

-- Courses: scenarios to master, in an order.
create table courses (
  id text primary key,
  title text not null,
  author text not null,
  author_name text not null,
  created_at integer not null
) strict;
create table course_scenarios (
  course text not null references courses (id) on delete cascade,
  place integer not null,
  scenario text not null,
  pass_mark integer not null check (pass_mark between 0 and 100),
  level integer not null check (level in (1, 2, 3)),
  primary key (course, place)
) strict, without rowid;

-- A course given to a person or to a team, to be done by a day.
create table assignments (
  id text primary key,
  course text not null references courses (id) on delete cascade,
  person text references people (id),
  team text references teams (id),
  due_at integer,
  author text not null,
  created_at integer not null,
  check ((person is null) <> (team is null))
) strict;
create index assignments_by_person on assignments (person);
create index assignments_by_team on assignments (team);

-- When a trainee should practise a scenario again. `card` is the state of the FSRS scheduler as JSON.
create table skills (
  person text not null references people (id),
  scenario text not null,
  card text not null,
  due_at integer not null,
  primary key (person, scenario)
) strict, without rowid;
create index skills_by_due on skills (person, due_at);
