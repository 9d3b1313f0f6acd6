-- The import that made a position: its end gives the position room for all its holders, whichever node carries it out.
alter table positions add column made_by_job binary(16) null;
alter table positions add key ix_positions_made_by_job (agency, made_by_job);
