-- What agencies choose for themselves, and results that were kept with the documents that gave them.

create table agency_rule_sets (
    id             binary(16)  not null primary key,
    agency         varchar(20) character set ascii collate ascii_bin not null,
    version        bigint      not null default 0,
    kind           varchar(30) character set ascii collate ascii_bin not null,
    name           varchar(60) character set ascii collate ascii_bin not null,
    based_on       varchar(60) character set ascii collate ascii_bin not null,
    status         varchar(10) character set ascii collate ascii_bin not null,
    effective_from date        not null,
    effective_to   date        null,
    document       mediumtext  not null,
    proposed_by    binary(16)  not null,
    decided_by     binary(16)  null,
    decided_at     datetime(3) null,
    unique key uk_agency_rule_sets_name (agency, kind, name),
    key ix_agency_rule_sets_force (agency, kind, status, effective_from),
    constraint ck_agency_rule_sets_status check (status in ('PROPOSED', 'APPROVED', 'REJECTED'))
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table calculation_results (
    id            binary(16)  not null primary key,
    agency        varchar(20) character set ascii collate ascii_bin not null,
    version       bigint      not null default 0,
    calculator    varchar(40) character set ascii collate ascii_bin not null,
    calculated_on date        not null,
    request       mediumtext  not null,
    answer        mediumtext  not null,
    rule_sets     mediumtext  not null,
    kept_by       binary(16)  not null,
    kept_at       datetime(3) not null,
    key ix_calculation_results_owner (agency, kept_by, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
