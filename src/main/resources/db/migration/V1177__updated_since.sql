-- Whoever keeps a copy asks for what has changed since.
alter table employees add key ix_employees_updated (agency, updated_at, id);
