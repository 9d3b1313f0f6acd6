-- V1172 took every 31 December of an imported degree or course for a year alone, because files that knew the year only had
-- been stored so. The national system also sends whole days, and such a row may have lost its own: the row as it came, which
-- is kept sealed, still has it. Without its checksum it is read again the next time that it is loaded.
update siasn_rows r
    join employee_educations e on e.employee_id = r.employee_id and e.siasn_id = r.siasn_id
set r.checksum = unhex(repeat('00', 32))
where r.kind = 'rw-pendidikan' and e.source = 'SIASN' and e.graduated_year is not null;
update siasn_rows r
    join employee_trainings t on t.employee_id = r.employee_id and t.siasn_id = r.siasn_id
set r.checksum = unhex(repeat('00', 32))
where r.kind in ('rw-diklat', 'rw-kursus') and t.source = 'SIASN' and t.held_year is not null;
