-- Jobs of any kind: each keeps its own settings and outcome.

-- A simulation has its own words, where it had those of an import.
update jobs j join simulations s on s.id = j.id
set j.settings = json_object('kind', s.kind, 'asOf', date_format(s.as_of, '%Y-%m-%d')),
    j.outcome = case when j.outcome is null then null else json_object(
        'unchanged', json_extract(j.outcome, '$.unchanged'),
        'skipped', json_extract(j.outcome, '$.details.skipped'),
        'transitions', json_extract(j.outcome, '$.details.transitions')) end;

-- A job acts as whoever ordered it. What waits already was ordered by officers of the whole agency and goes on with that
-- reach; a row without an orderer is not carried out.
alter table jobs
    add column orderer json null after ordered_by,
    add column lane varchar(40) character set ascii collate ascii_bin not null default '' after kind;

update jobs
set orderer = '{"roles": [], "scopes": [], "reach": "AGENCY"}',
    lane = case kind when 'simulation' then 'simulations' else 'imports' end;

-- One job of an agency and lane runs at a time: the key holds that whatever two nodes do at once. Who is at work while
-- the schema changes loses the claim, which is safe at any moment, and the job is taken again.
update jobs set status = 'QUEUED', claimed_by = null, claimed_until = null where status = 'RUNNING';

alter table jobs
    add column running tinyint generated always as (case when status = 'RUNNING' then 1 end) stored,
    add unique key uk_jobs_running (agency, lane, running),
    add key ix_jobs_queue (status, id),
    add key ix_jobs_listed (agency, created_at, id),
    drop key ix_jobs_open;
