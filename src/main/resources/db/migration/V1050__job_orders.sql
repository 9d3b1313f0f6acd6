-- Jobs of any kind: each keeps its own settings and outcome.

-- A simulation has its own words, where it had those of an import.
update jobs j join simulations s on s.id = j.id
set j.settings = json_object('kind', s.kind, 'asOf', date_format(s.as_of, '%Y-%m-%d')),
    j.outcome = case when j.outcome is null then null else json_object(
        'unchanged', json_extract(j.outcome, '$.unchanged'),
        'skipped', json_extract(j.outcome, '$.details.skipped'),
        'transitions', json_extract(j.outcome, '$.details.transitions')) end;
