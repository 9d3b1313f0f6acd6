-- What an import found besides its problems: what nobody has to mend but somebody should know, the units, posts and heads
-- that it makes or would make, and the rows that it refused, to be given back in the form in which they came.
create table import_warnings (
    agency  varchar(20)  character set ascii collate ascii_bin not null,
    job_id  binary(16)   not null,
    number  int          not null,
    line    bigint       not null,
    field   varchar(100) null,
    value   varchar(200) null,
    code    varchar(60)  character set ascii collate ascii_bin not null,
    figures json         not null,
    primary key (agency, job_id, number),
    constraint fk_import_warnings_job foreign key (job_id) references jobs (id) on delete cascade
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table import_places (
    agency    varchar(20)  character set ascii collate ascii_bin not null,
    job_id    binary(16)   not null,
    number    int          not null,
    object_id binary(16)   not null,
    what      varchar(20)  character set ascii collate ascii_bin not null,
    ordered   boolean      not null,
    name      varchar(200) not null,
    unit      varchar(200) null,
    level     varchar(40)  character set ascii collate ascii_bin null,
    person    varchar(100) null,
    displaced varchar(100) null,
    line      bigint       not null,
    people    int          not null,
    primary key (agency, job_id, number),
    unique key uk_import_places_object (agency, job_id, object_id),
    constraint fk_import_places_job foreign key (job_id) references jobs (id) on delete cascade
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Sealed whole, because people's data is in them.
create table import_rows (
    agency  varchar(20) character set ascii collate ascii_bin not null,
    job_id  binary(16)  not null,
    line    bigint      not null,
    kept_on date        not null,
    content mediumblob  not null,
    primary key (agency, job_id, line),
    key ix_import_rows_kept (agency, kept_on),
    constraint fk_import_rows_job foreign key (job_id) references jobs (id) on delete cascade
);
