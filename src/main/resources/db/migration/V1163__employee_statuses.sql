-- The legal standings of a person as a dated history with its decrees. Until here there was only the standing of today, so
-- nobody knows since when the people hold theirs who do not serve: their row says so (start_unknown), and begins on the day
-- on which this is written down.
create table employee_statuses (
    id            binary(16)   not null primary key,
    agency        varchar(20)  character set ascii collate ascii_bin not null,
    version       bigint       not null default 0,
    employee_id   binary(16)   not null,
    status        varchar(30)  character set ascii collate ascii_bin not null,
    starts_on     date         not null,
    ends_on       date         null,
    start_unknown boolean      not null default false,
    reason        varchar(300) null,
    destination   varchar(200) null,
    decree_number varchar(100) null,
    decree_date   date         null,
    closed_by     binary(16)   null,
    closed_until  date         null,
    ended_before  date         null,
    source        varchar(6)   character set ascii collate ascii_bin not null,
    siasn_id      varchar(42)  character set ascii collate ascii_general_ci null,
    unique key uk_employee_statuses_start (employee_id, starts_on),
    constraint fk_employee_statuses foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Longer names of standings, and the part-time kind of employee.
alter table employees
    modify status varchar(30) character set ascii collate ascii_bin not null,
    modify kind varchar(20) character set ascii collate ascii_bin not null;
alter table employee_identity_numbers
    modify kind varchar(20) character set ascii collate ascii_bin not null;

insert into employee_statuses (id, agency, employee_id, status, starts_on, start_unknown, source)
select unhex(replace(uuid(), '-', '')), e.agency, e.id, e.status, current_date, true, e.source
from employees e
where e.status <> 'ACTIVE';

-- Whoever has left holds no position any more; the hourly job takes the rest of her state from that.
update employee_positions h join employees e on e.id = h.employee_id
set h.ends_on = greatest(h.starts_on, current_date - interval 1 day), h.version = h.version + 1
where e.status in ('RETIRED', 'DISMISSED', 'MOVED', 'DECEASED') and (h.ends_on is null or h.ends_on >= current_date);
update employees set next_change_on = current_date
where status in ('RETIRED', 'DISMISSED', 'MOVED', 'DECEASED');
