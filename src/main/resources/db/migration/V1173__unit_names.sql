-- What a unit was called, and by which decree it got another name. Only units that were renamed have rows, which follow each
-- other from the opening of the unit; the name of today stands in units as well. Not applied: a name whose day is to come.
create table unit_names (
    id            binary(16)   not null primary key,
    agency        varchar(20)  character set ascii collate ascii_bin not null,
    version       bigint       not null default 0,
    unit_id       binary(16)   not null,
    name          varchar(200) not null,
    starts_on     date         not null,
    ends_on       date         null,
    decree_number varchar(100) null,
    decree_date   date         null,
    applied       boolean      not null default false,
    unique key uk_unit_names_start (unit_id, starts_on),
    key ix_unit_names_agency (agency, unit_id, starts_on, id),
    key ix_unit_names_pending (applied, starts_on),
    constraint fk_unit_names_unit foreign key (unit_id) references units (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
