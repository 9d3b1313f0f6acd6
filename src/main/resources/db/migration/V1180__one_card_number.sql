-- One card number (NIK) is one person of an agency, also when two write it in the same moment. Where several people shared one
-- already, the first of them keeps the place; the others are left out of the key until their number is another one.
alter table employees add column nik_doubled binary(32) null;
update employees e
    join (
        select agency, nik_index, min(id) as first_id from employees
        where nik_index is not null group by agency, nik_index having count(*) > 1
    ) doubled on doubled.agency = e.agency and doubled.nik_index = e.nik_index and doubled.first_id <> e.id
set e.nik_doubled = e.nik_index;
alter table employees
    add column nik_key binary(32) generated always as (case when nik_doubled = nik_index then null else nik_index end) stored;
alter table employees add unique key uk_employees_nik (agency, nik_key);
