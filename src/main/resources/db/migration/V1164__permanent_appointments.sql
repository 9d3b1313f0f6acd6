-- Why the number or the kind of a person changed otherwise than the law expects: a probation of more than two years.
alter table employee_identity_numbers add column reason varchar(300) null after decree_date;
