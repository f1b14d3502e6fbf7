-- Whose call it is (the agent's person and team), and where it came from.
alter table calls add column agent_id text;
alter table calls add column team text;
alter table calls add column origin text not null default 'live' check (origin in ('live', 'sample', 'import', 'drill'));

create index calls_by_agent on calls (agent_id, started_at);
create index calls_by_team on calls (team, started_at);
create index calls_by_time on calls (started_at);
