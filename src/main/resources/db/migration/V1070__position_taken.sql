-- Whether those who follow careers were told that a position is held: once, when the entry is recorded or its day has come.
-- Of what is held today nobody needs to be told any more.
alter table employee_positions add column announced boolean not null default true;
alter table employee_positions alter column announced set default false;
update employee_positions set announced = false where starts_on > current_date;
