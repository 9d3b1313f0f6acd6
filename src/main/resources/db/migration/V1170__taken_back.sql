-- A row that a later one has ended remembers which one it was, the last day that it got, and the last day that it had before:
-- whoever takes the later one back gets the former one as it was.
alter table employee_positions
    add column closed_by binary(16) null,
    add column closed_until date null,
    add column ended_before date null;
