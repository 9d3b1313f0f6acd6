-- A name with another apostrophe than the straight one was taken apart there; now it is a word with a straight one.
insert ignore into employee_name_words (agency, word, employee_id)
select t.agency, t.word, t.id
from (
    select e.agency, e.id,
        lower(trim(both '.' from trim(both ',' from substring_index(substring_index(
            replace(replace(replace(replace(replace(e.name, _utf8mb4 x'E28099', ''''), _utf8mb4 x'E28098', ''''),
                _utf8mb4 x'CABC', ''''), _utf8mb4 x'CABB', ''''), '`', ''''), ' ', n.n), ' ', -1)))) as word
    from employees e
    join (select 1 as n union all select 2 union all select 3 union all select 4 union all select 5 union all select 6
        union all select 7 union all select 8 union all select 9 union all select 10) n
        on n.n <= 1 + char_length(e.name) - char_length(replace(e.name, ' ', ''))
    where locate(_utf8mb4 x'E28099', e.name) > 0 or locate(_utf8mb4 x'E28098', e.name) > 0
        or locate(_utf8mb4 x'CABC', e.name) > 0 or locate(_utf8mb4 x'CABB', e.name) > 0 or locate('`', e.name) > 0
) t
where locate('''', t.word) > 0;
