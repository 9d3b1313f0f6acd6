-- What every slice stands on: the change log, stored answers, jobs, locks of scheduled work.
-- An agency is named by its code, which never changes: short in every index, readable in every log.

create table change_log (
    id          binary(16)  not null primary key,
    position    bigint      null,
    agency      varchar(20) character set ascii collate ascii_bin not null,
    occurred_at datetime(6) not null,
    actor_id    binary(16)  null,
    operation   varchar(60) character set ascii collate ascii_bin not null,
    request_id  varchar(64) character set ascii collate ascii_bin not null,
    object_type varchar(40) character set ascii collate ascii_bin not null,
    object_id   binary(16)  not null,
    employee_id binary(16)  null,
    action      varchar(10) character set ascii collate ascii_bin not null,
    fields      json        not null,
    reason      varchar(300) null,
    unique key uk_change_log_position (position),
    key ix_change_log_feed (agency, position),
    key ix_change_log_object (agency, object_id, position),
    key ix_change_log_employee (agency, employee_id, position),
    key ix_change_log_actor (agency, actor_id, position)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One row: the last position that was given out. The sequencer locks it, so positions follow commits without gaps.
create table change_sequence (
    id            tinyint not null primary key,
    last_position bigint  not null
);
insert into change_sequence (id, last_position) values (1, 0);

create table idempotency_keys (
    account_id      binary(16)  not null,
    idempotency_key varchar(64) character set ascii collate ascii_bin not null,
    request_hash    binary(32)  not null,
    created_at      datetime(3) not null,
    status          smallint    not null default 0,
    location        varchar(300) null,
    version         bigint      null,
    body            mediumblob  null,
    primary key (account_id, idempotency_key),
    key ix_idempotency_keys_age (created_at)
) default character set utf8mb4 collate utf8mb4_bin;

create table shedlock (
    name       varchar(64) character set ascii collate ascii_bin not null primary key,
    lock_until timestamp(3) not null,
    locked_at  timestamp(3) not null default current_timestamp(3),
    locked_by  varchar(255) not null
);

create table jobs (
    id              binary(16)  not null primary key,
    agency          varchar(20) character set ascii collate ascii_bin not null,
    version         bigint      not null default 0,
    kind            varchar(40) character set ascii collate ascii_bin not null,
    status          varchar(10) character set ascii collate ascii_bin not null,
    ordered_by      binary(16)  not null,
    settings        json        not null,
    done            bigint      not null default 0,
    total           bigint      not null default 0,
    outcome         json        null,
    created_at      datetime(3) not null,
    started_at      datetime(3) null,
    ended_at        datetime(3) null,
    claimed_by      binary(16)  null,
    claimed_until   datetime(3) null,
    key ix_jobs_agency (agency, kind, id),
    key ix_jobs_open (status, claimed_until)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table job_inputs (
    job_id  binary(16) not null,
    part    int        not null,
    content mediumblob not null,
    primary key (job_id, part),
    constraint fk_job_inputs_job foreign key (job_id) references jobs (id) on delete cascade
);

create table job_problems (
    job_id  binary(16)   not null,
    number  int          not null,
    line    bigint       not null,
    field   varchar(100) null,
    value   varchar(200) null,
    code    varchar(60)  character set ascii collate ascii_bin not null,
    figures json         not null,
    primary key (job_id, number),
    constraint fk_job_problems_job foreign key (job_id) references jobs (id) on delete cascade
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
