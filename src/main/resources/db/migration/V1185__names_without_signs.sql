-- An apostrophe is no letter of a name that is sought, so that Maruf finds Ma'ruf and the other way round.
insert ignore into employee_name_words (agency, word, employee_id)
select w.agency, replace(w.word, '''', ''), w.employee_id
from employee_name_words w
where instr(cast(w.word as binary), cast('''' as binary)) > 0;

delete from employee_name_words where instr(cast(word as binary), cast('''' as binary)) > 0;

-- A word with a hyphen is found by its parts, which are there, and as one word.
insert ignore into employee_name_words (agency, word, employee_id)
select t.agency,
    lower(replace(replace(replace(replace(replace(replace(t.word, '-', ''), _utf8mb4 x'E28090', ''),
        _utf8mb4 x'E28091', ''), '.', ''), ',', ''), '''', '')),
    t.id
from (
    select e.agency, e.id,
        substring_index(substring_index(
            replace(replace(e.name, _utf8mb4 x'E28090', '-'), _utf8mb4 x'E28091', '-'), ' ', n.n), ' ', -1) as word
    from employees e
    join (select 1 as n union all select 2 union all select 3 union all select 4 union all select 5 union all select 6
        union all select 7 union all select 8 union all select 9 union all select 10) n
        on n.n <= 1 + char_length(e.name) - char_length(replace(e.name, ' ', ''))
) t
where t.word regexp '[[:alnum:]]-[[:alnum:]]';
