-- Of some degrees and courses only the year is known. It is kept as a year, and counts from the first day on which it can be
-- true. Until now files that knew the year only were stored with its last day, which for this year lies ahead.
alter table employee_educations
    modify column graduated_on date null,
    add column graduated_year smallint null;
alter table employee_educations
    add column counts_from date generated always as (coalesce(graduated_on, makedate(graduated_year, 1))) stored;
alter table employee_educations add key ix_employee_educations_counts (employee_id, counts_from);
alter table employee_trainings
    modify column starts_on date null,
    modify column ends_on date null,
    add column held_year smallint null;
alter table employee_trainings
    add column counts_from date generated always as (coalesce(starts_on, makedate(held_year, 1))) stored,
    add column counts_until date generated always as (coalesce(ends_on, makedate(held_year, 1))) stored;
alter table employee_trainings add key ix_employee_trainings_counts (employee_id, counts_from);
update employee_educations set graduated_year = year(graduated_on), graduated_on = null
where source in ('IMPORT', 'SIASN') and month(graduated_on) = 12 and day(graduated_on) = 31;
update employee_trainings set held_year = year(starts_on), starts_on = null, ends_on = null
where source = 'SIASN' and month(starts_on) = 12 and day(starts_on) = 31 and ends_on = starts_on;
