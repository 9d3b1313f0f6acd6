-- What a job needs to be found again and finished by another node.

alter table jobs
    add column attempts      smallint not null default 0,
    add column resume_at     bigint   not null default 0,
    add column problem_count bigint   not null default 0;
