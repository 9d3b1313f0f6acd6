-- Whose account it was before: her standing and her own record stay with it, so that unbinding gives nothing back.
create table account_earlier_persons (
    account_id  binary(16) not null,
    employee_id binary(16) not null,
    primary key (account_id, employee_id)
);
insert into account_earlier_persons (account_id, employee_id)
select distinct g.subject_id, g.employee_id
from access_grants g join accounts a on a.id = g.subject_id
where g.what = 'BINDING' and g.status = 'APPROVED' and g.employee_id is not null
    and not (g.employee_id <=> a.employee_id);
insert ignore into account_earlier_persons (account_id, employee_id)
select c.account_id, unhex(replace(c.person, '-', ''))
from (select a.id as account_id, a.employee_id, json_unquote(json_extract(l.fields, '$.employeeId.before')) as person
    from change_log l join accounts a on a.id = l.object_id and a.agency = l.agency
    where l.object_type = 'account') c
where length(c.person) = 36 and not (unhex(replace(c.person, '-', '')) <=> c.employee_id);
