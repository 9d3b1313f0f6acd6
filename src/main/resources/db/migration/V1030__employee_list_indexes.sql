-- The lists filter by the rank's code, which the index by its order did not serve; and by kind, of which an agency may have few.
alter table employees
    drop key ix_employees_rank,
    add key ix_employees_rank (agency, rank_code, name, id),
    add key ix_employees_kind (agency, kind, name, id);
