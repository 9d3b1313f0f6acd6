-- The dictionary of competencies. The agency * stands for every agency: what the nation's dictionary says, put in at the
-- start from src/main/resources/competency. Changes make new editions; a result names the edition by which it was found.
-- What readers type is compared with code, affair and job family, so these take every character.

create table competencies (
    id         binary(16)   not null primary key,
    agency     varchar(20)  character set ascii collate ascii_bin not null,
    version    bigint       not null default 0,
    code       varchar(40)  collate utf8mb4_bin not null,
    kind       varchar(20)  character set ascii collate ascii_bin not null,
    affair     varchar(20)  collate utf8mb4_bin null,
    job_family varchar(20)  collate utf8mb4_bin null,
    name_id    varchar(200) not null,
    name_en    varchar(200) null,
    edition    int          not null,
    retired_on date         null,
    unique key uk_competencies_code (agency, code),
    key ix_competencies_name (agency, name_id, id),
    key ix_competencies_kind (agency, kind, code, id),
    key ix_competencies_affair (agency, affair, code, id),
    key ix_competencies_family (agency, job_family, code, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table competency_editions (
    id            binary(16)   not null primary key,
    agency        varchar(20)  character set ascii collate ascii_bin not null,
    version       bigint       not null default 0,
    competency_id binary(16)   not null,
    number        int          not null,
    since         date         not null,
    name_id       varchar(200) not null,
    name_en       varchar(200) null,
    content       mediumtext   not null,
    unique key uk_competency_editions (competency_id, number),
    key ix_competency_editions (agency, competency_id, number, id),
    constraint fk_competency_editions foreign key (competency_id) references competencies (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
