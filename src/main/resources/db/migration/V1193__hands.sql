-- A hand is who made an account or gave it power or a way in: another name, or taking something away, made none.
delete from account_makers
where not exists (
    select 1 from accounts a join change_log l on l.agency = a.agency and l.object_id = a.id
    where a.id = account_makers.account_id and l.object_type = 'account'
        and (l.actor_id is null or l.actor_id = account_makers.maker_id)
        and (l.action <> 'UPDATED' or json_contains_path(l.fields, 'one', '$.roles', '$.employeeId',
            '$.externalSubject', '$.mustChangePassword', '$.temporaryUntil', '$.disabled')));
