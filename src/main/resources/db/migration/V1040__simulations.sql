-- What a draft rule set would change: the order with both documents, and everybody whose result differs.

-- A simulation is a job: its state and counts are there. The last person reached is written with every batch.
create table simulations (
    id               binary(16)  not null primary key,
    agency           varchar(20) character set ascii collate ascii_bin not null,
    version          bigint      not null default 0,
    kind             varchar(30) character set ascii collate ascii_bin not null,
    as_of            date        not null,
    current_document mediumtext  not null,
    draft_document   mediumtext  not null,
    reached          binary(16)  null,
    key ix_simulations_kind (agency, kind, id),
    constraint fk_simulations_job foreign key (id) references jobs (id) on delete cascade
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table simulation_changes (
    id             binary(16)  not null primary key,
    agency         varchar(20) character set ascii collate ascii_bin not null,
    version        bigint      not null default 0,
    simulation_id  binary(16)  not null,
    employee_id    binary(16)  not null,
    current_result json        not null,
    draft_result   json        not null,
    unique key uk_simulation_changes (simulation_id, employee_id),
    key ix_simulation_changes_employee (employee_id),
    constraint fk_simulation_changes_simulation foreign key (simulation_id) references simulations (id) on delete cascade,
    constraint fk_simulation_changes_employee foreign key (employee_id) references employees (id) on delete cascade
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The way through all people of an agency, batch by batch.
alter table employees add key ix_employees_agency (agency, id);
