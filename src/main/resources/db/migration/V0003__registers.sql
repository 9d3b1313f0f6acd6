-- The registers: agencies, units, positions, and the people with their dated histories.

create table agencies (
    code      varchar(20)  character set ascii collate ascii_bin not null primary key,
    id        binary(16)   not null,
    version   bigint       not null default 0,
    name      varchar(150) not null,
    kind      varchar(20)  character set ascii collate ascii_bin not null,
    time_zone varchar(30)  character set ascii collate ascii_bin not null,
    settings  json         not null,
    siasn_id  varchar(42)  character set ascii collate ascii_general_ci null,
    unique key uk_agencies_id (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table units (
    id        binary(16)   not null primary key,
    agency    varchar(20)  character set ascii collate ascii_bin not null,
    version   bigint       not null default 0,
    code      varchar(40)  character set ascii collate ascii_bin not null,
    name      varchar(200) not null,
    kind      varchar(30)  character set ascii collate ascii_bin not null,
    parent_id binary(16)   null,
    opened_on date         not null,
    closed_on date         null,
    siasn_id  varchar(42)  character set ascii collate ascii_general_ci null,
    unique key uk_units_code (agency, code),
    key ix_units_name (agency, name, id),
    key ix_units_parent (agency, parent_id, name, id),
    key ix_units_siasn (agency, siasn_id),
    constraint fk_units_agency foreign key (agency) references agencies (code),
    constraint fk_units_parent foreign key (parent_id) references units (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Where a unit stood, and since when; the row without an end is today's or the next place.
create table unit_placements (
    id            binary(16)  not null primary key,
    agency        varchar(20) character set ascii collate ascii_bin not null,
    version       bigint      not null default 0,
    unit_id       binary(16)  not null,
    parent_id     binary(16)  null,
    starts_on     date        not null,
    ends_on       date        null,
    decree_number varchar(100) null,
    decree_date   date        null,
    unique key uk_unit_placements_start (unit_id, starts_on),
    key ix_unit_placements_agency (agency, starts_on),
    constraint fk_unit_placements_unit foreign key (unit_id) references units (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Every unit with every unit above it, itself included at depth 0, as the tree stands today.
create table unit_ancestors (
    agency      varchar(20) character set ascii collate ascii_bin not null,
    ancestor_id binary(16)  not null,
    unit_id     binary(16)  not null,
    depth       smallint    not null,
    primary key (ancestor_id, unit_id),
    key ix_unit_ancestors_unit (unit_id, depth),
    constraint fk_unit_ancestors_ancestor foreign key (ancestor_id) references units (id),
    constraint fk_unit_ancestors_unit foreign key (unit_id) references units (id)
);

create table positions (
    id             binary(16)   not null primary key,
    agency         varchar(20)  character set ascii collate ascii_bin not null,
    version        bigint       not null default 0,
    unit_id        binary(16)   not null,
    code           varchar(40)  character set ascii collate ascii_bin not null,
    name           varchar(200) not null,
    level          varchar(20)  character set ascii collate ascii_bin not null,
    job_class      tinyint      null,
    retirement_age tinyint      null,
    headcount      smallint     not null,
    leads_unit     boolean      not null default false,
    closed_on      date         null,
    siasn_id       varchar(42)  character set ascii collate ascii_general_ci null,
    unique key uk_positions_code (agency, code),
    key ix_positions_name (agency, name, id),
    key ix_positions_unit (agency, unit_id, name, id),
    key ix_positions_level (agency, level, name, id),
    key ix_positions_siasn (agency, siasn_id),
    constraint fk_positions_unit foreign key (unit_id) references units (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A person in an agency. The columns from unit_id to next_change_on repeat what the histories say of today, so that a
-- list reads one table; next_change_on is the first later day on which a history says something else.
create table employees (
    id                   binary(16)   not null primary key,
    agency               varchar(20)  character set ascii collate ascii_bin not null,
    version              bigint       not null default 0,
    identity_number      varchar(18)  character set ascii collate ascii_bin not null,
    kind                 varchar(8)   character set ascii collate ascii_bin not null,
    status               varchar(20)  character set ascii collate ascii_bin not null,
    name                 varchar(100) not null,
    front_titles         varchar(50)  null,
    back_titles          varchar(100) null,
    birth_place          varchar(100) null,
    birth_date           date         not null,
    sex                  char(1)      character set ascii collate ascii_bin not null,
    religion             varchar(20)  null,
    marital_status       varchar(20)  null,
    email                varchar(150) null,
    official_email       varchar(150) null,
    nik_sealed           varbinary(200)  null,
    nik_index            binary(32)      null,
    npwp_sealed          varbinary(200)  null,
    address_sealed       varbinary(2000) null,
    phone_sealed         varbinary(200)  null,
    first_appointment_on date         not null,
    permanent_on         date         null,
    unit_id              binary(16)   null,
    unit_name            varchar(200) null,
    position_id          binary(16)   null,
    position_title       varchar(200) null,
    position_level       varchar(20)  character set ascii collate ascii_bin null,
    position_since       date         null,
    leads_unit           boolean      not null default false,
    rank_code            varchar(6)   character set ascii collate ascii_bin null,
    rank_order           tinyint      not null default 0,
    rank_since           date         null,
    education_level      varchar(4)   character set ascii collate ascii_bin null,
    education_name       varchar(150) null,
    retirement_on        date         not null default '9999-12-31',
    next_change_on       date         null,
    source               varchar(6)   character set ascii collate ascii_bin not null,
    siasn_id             varchar(42)  character set ascii collate ascii_general_ci null,
    updated_at           datetime(3)  not null,
    unique key uk_employees_identity (agency, identity_number),
    key ix_employees_name (agency, name, id),
    key ix_employees_nation (name, id),
    key ix_employees_unit (agency, unit_id, name, id),
    key ix_employees_rank (agency, rank_order, name, id),
    key ix_employees_level (agency, position_level, name, id),
    key ix_employees_position (agency, position_id, name, id),
    key ix_employees_status (agency, status, name, id),
    key ix_employees_retirement (agency, retirement_on, id),
    key ix_employees_nik (agency, nik_index),
    key ix_employees_siasn (agency, siasn_id),
    key ix_employees_next_change (next_change_on),
    constraint fk_employees_agency foreign key (agency) references agencies (code),
    constraint fk_employees_unit foreign key (unit_id) references units (id),
    constraint fk_employees_position foreign key (position_id) references positions (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The words of a name, so that any of them finds the person by its beginning.
create table employee_name_words (
    agency      varchar(20)  character set ascii collate ascii_bin not null,
    word        varchar(100) not null,
    employee_id binary(16)   not null,
    primary key (agency, word, employee_id),
    key ix_employee_name_words_employee (employee_id),
    constraint fk_employee_name_words_employee foreign key (employee_id) references employees (id) on delete cascade
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table employee_identity_numbers (
    id            binary(16)   not null primary key,
    agency        varchar(20)  character set ascii collate ascii_bin not null,
    version       bigint       not null default 0,
    employee_id   binary(16)   not null,
    number        varchar(18)  character set ascii collate ascii_bin not null,
    kind          varchar(8)   character set ascii collate ascii_bin not null,
    starts_on     date         not null,
    ends_on       date         null,
    decree_number varchar(100) null,
    decree_date   date         null,
    source        varchar(6)   character set ascii collate ascii_bin not null,
    siasn_id      varchar(42)  character set ascii collate ascii_general_ci null,
    unique key uk_employee_identity_numbers (employee_id, number, starts_on),
    key ix_employee_identity_numbers_number (agency, number),
    constraint fk_employee_identity_numbers foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table employee_ranks (
    id             binary(16)   not null primary key,
    agency         varchar(20)  character set ascii collate ascii_bin not null,
    version        bigint       not null default 0,
    employee_id    binary(16)   not null,
    rank_code      varchar(6)   character set ascii collate ascii_bin not null,
    rank_order     tinyint      not null,
    promotion_kind varchar(30)  character set ascii collate ascii_bin null,
    starts_on      date         not null,
    service_years  tinyint      null,
    service_months tinyint      null,
    decree_number  varchar(100) null,
    decree_date    date         null,
    source         varchar(6)   character set ascii collate ascii_bin not null,
    siasn_id       varchar(42)  character set ascii collate ascii_general_ci null,
    unique key uk_employee_ranks_start (employee_id, starts_on),
    constraint fk_employee_ranks foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table employee_positions (
    id            binary(16)   not null primary key,
    agency        varchar(20)  character set ascii collate ascii_bin not null,
    version       bigint       not null default 0,
    employee_id   binary(16)   not null,
    assignment    varchar(10)  character set ascii collate ascii_bin not null,
    position_id   binary(16)   null,
    title         varchar(200) not null,
    level         varchar(20)  character set ascii collate ascii_bin not null,
    unit_id       binary(16)   null,
    unit_name     varchar(200) null,
    starts_on     date         not null,
    ends_on       date         null,
    sworn_in_on   date         null,
    decree_number varchar(100) null,
    decree_date   date         null,
    source        varchar(6)   character set ascii collate ascii_bin not null,
    siasn_id      varchar(42)  character set ascii collate ascii_general_ci null,
    key ix_employee_positions (employee_id, starts_on),
    key ix_employee_positions_held (agency, position_id, ends_on),
    key ix_employee_positions_unit (agency, unit_id, ends_on),
    constraint fk_employee_positions foreign key (employee_id) references employees (id),
    constraint fk_employee_positions_position foreign key (position_id) references positions (id),
    constraint fk_employee_positions_unit foreign key (unit_id) references units (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table employee_educations (
    id                 binary(16)   not null primary key,
    agency             varchar(20)  character set ascii collate ascii_bin not null,
    version            bigint       not null default 0,
    employee_id        binary(16)   not null,
    level              varchar(4)   character set ascii collate ascii_bin not null,
    field              varchar(150) not null,
    institution        varchar(200) null,
    graduated_on       date         not null,
    certificate_number varchar(100) null,
    front_titles       varchar(50)  null,
    back_titles        varchar(100) null,
    at_appointment     boolean      not null default false,
    decree_number      varchar(100) null,
    decree_date        date         null,
    source             varchar(6)   character set ascii collate ascii_bin not null,
    siasn_id           varchar(42)  character set ascii collate ascii_general_ci null,
    key ix_employee_educations (employee_id, graduated_on),
    constraint fk_employee_educations foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table employee_trainings (
    id                 binary(16)   not null primary key,
    agency             varchar(20)  character set ascii collate ascii_bin not null,
    version            bigint       not null default 0,
    employee_id        binary(16)   not null,
    form               varchar(20)  character set ascii collate ascii_bin not null,
    programme          varchar(10)  character set ascii collate ascii_bin null,
    name               varchar(200) not null,
    provider           varchar(200) null,
    certificate_number varchar(100) null,
    starts_on          date         not null,
    ends_on            date         not null,
    hours              decimal(7, 2) not null,
    decree_number      varchar(100) null,
    decree_date        date         null,
    source             varchar(6)   character set ascii collate ascii_bin not null,
    siasn_id           varchar(42)  character set ascii collate ascii_general_ci null,
    key ix_employee_trainings (employee_id, starts_on),
    constraint fk_employee_trainings foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table employee_awards (
    id            binary(16)   not null primary key,
    agency        varchar(20)  character set ascii collate ascii_bin not null,
    version       bigint       not null default 0,
    employee_id   binary(16)   not null,
    code          varchar(10)  character set ascii collate ascii_bin null,
    name          varchar(200) not null,
    granted_on    date         not null,
    decree_number varchar(100) null,
    decree_date   date         null,
    source        varchar(6)   character set ascii collate ascii_bin not null,
    siasn_id      varchar(42)  character set ascii collate ascii_general_ci null,
    key ix_employee_awards (employee_id, granted_on),
    constraint fk_employee_awards foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table employee_disciplines (
    id             binary(16)   not null primary key,
    agency         varchar(20)  character set ascii collate ascii_bin not null,
    version        bigint       not null default 0,
    employee_id    binary(16)   not null,
    level          varchar(6)   character set ascii collate ascii_bin not null,
    penalty        varchar(2)   character set ascii collate ascii_bin null,
    penalty_name   varchar(200) null,
    starts_on      date         not null,
    ends_on        date         null,
    reason         varchar(300) null,
    regulation     varchar(60)  null,
    cancelled_by   varchar(100) null,
    cancelled_on   date         null,
    decree_number  varchar(100) null,
    decree_date    date         null,
    source         varchar(6)   character set ascii collate ascii_bin not null,
    siasn_id       varchar(42)  character set ascii collate ascii_general_ci null,
    key ix_employee_disciplines (employee_id, starts_on),
    constraint fk_employee_disciplines foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table employee_credits (
    id             binary(16)    not null primary key,
    agency         varchar(20)   character set ascii collate ascii_bin not null,
    version        bigint        not null default 0,
    employee_id    binary(16)    not null,
    level          varchar(20)   character set ascii collate ascii_bin null,
    position_title varchar(200)  null,
    basis          varchar(15)   character set ascii collate ascii_bin not null,
    starts_on      date          not null,
    ends_on        date          not null,
    credit         decimal(9, 3) not null,
    decree_number  varchar(100)  null,
    decree_date    date          null,
    source         varchar(6)    character set ascii collate ascii_bin not null,
    siasn_id       varchar(42)   character set ascii collate ascii_general_ci null,
    key ix_employee_credits (employee_id, starts_on),
    constraint fk_employee_credits foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What the national system sent, as it was, so that nothing is lost that the registers do not hold yet.
create table siasn_rows (
    agency      varchar(20) character set ascii collate ascii_bin not null,
    employee_id binary(16)  not null,
    kind        varchar(30) character set ascii collate ascii_bin not null,
    siasn_id    varchar(42) character set ascii collate ascii_general_ci not null,
    raw         json        not null,
    checksum    binary(32)  not null,
    fetched_at  datetime(3) not null,
    primary key (employee_id, kind, siasn_id),
    key ix_siasn_rows_agency (agency, kind),
    constraint fk_siasn_rows_employee foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
