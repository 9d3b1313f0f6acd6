-- To whom besides the person whom it is about an object was its own when it changed, and what the change made of that.
create table change_parties (
    change_id   binary(16)  not null,
    employee_id binary(16)  not null,
    object_id   binary(16)  not null,
    part        varchar(6)  character set ascii collate ascii_bin not null,
    primary key (change_id, employee_id),
    key ix_change_parties_person (employee_id, change_id),
    key ix_change_parties_object (object_id, employee_id, change_id)
);

-- The units that a person leads today, as sorted hexadecimal ids with commas between them: a change of them is a change of
-- what she may see, and is written to the log like every other.
alter table employees add column led_units varchar(1000) character set ascii collate ascii_bin null;
update employees e
    join (
        select h.employee_id, group_concat(distinct lower(hex(p.unit_id)) order by p.unit_id separator ',') as units
        from employee_positions h join positions p on p.id = h.position_id
        where p.leads_unit and h.starts_on <= current_date and (h.ends_on is null or h.ends_on >= current_date)
        group by h.employee_id) l on l.employee_id = e.id
    set e.led_units = l.units;

-- The feed of somebody who reaches few of the changes goes through each kind by itself.
alter table change_log add key ix_change_log_type (agency, object_type, position);
