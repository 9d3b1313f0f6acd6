-- What one administrator may not hand out alone waits here for somebody else's word.
create table access_grants (
    id               binary(16)    not null primary key,
    agency           varchar(20)   character set ascii collate ascii_bin not null,
    version          bigint        not null default 0,
    what             varchar(20)   character set ascii collate ascii_bin not null,
    subject_id       binary(16)    not null,
    subject_name     varchar(60)   character set ascii collate ascii_bin not null,
    rights           varchar(4000) character set ascii collate ascii_bin null,
    employee_id      binary(16)    null,
    external_issuer  varchar(40)   character set ascii collate ascii_bin null,
    external_subject varchar(255)  character set utf8mb4 collate utf8mb4_bin null,
    status           varchar(10)   character set ascii collate ascii_bin not null,
    proposed_by      binary(16)    not null,
    proposed_at      datetime(3)   not null,
    decided_by       binary(16)    null,
    decided_at       datetime(3)   null,
    key ix_access_grants_time (agency, proposed_at, id),
    key ix_access_grants_subject (subject_id, status)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who made, bound or changed which account: the two are one pair of hands for ever.
create table account_makers (
    account_id binary(16) not null,
    maker_id   binary(16) not null,
    primary key (account_id, maker_id),
    key ix_account_makers_maker (maker_id, account_id)
);
insert into account_makers (account_id, maker_id)
select distinct c.object_id, c.actor_id
from change_log c join accounts a on a.id = c.object_id
where c.object_type = 'account' and c.actor_id is not null and c.actor_id <> c.object_id;

-- One person, one account that is in use. Of several that there are the oldest keeps the person.
update accounts a
    join (select agency, employee_id, min(id) as id from accounts where employee_id is not null and not disabled
        group by agency, employee_id having count(*) > 1) kept
        on kept.agency = a.agency and kept.employee_id = a.employee_id and kept.id <> a.id
set a.employee_id = null
where not a.disabled;
alter table accounts add column person_in_use binary(16) generated always as (if(disabled, null, employee_id)) virtual;
alter table accounts add unique key uk_accounts_person (agency, person_in_use);
