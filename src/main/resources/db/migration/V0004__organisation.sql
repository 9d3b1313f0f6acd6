-- What the organisation register needs beyond its tables: moves that wait for their day, and orders without sorting.

-- A placement that is not applied yet is a planned move: the tree does not know it.
alter table unit_placements
    add column applied boolean not null default true,
    add key ix_unit_placements_pending (applied, starts_on),
    add key ix_unit_placements_parent (parent_id, ends_on),
    add constraint fk_unit_placements_parent foreign key (parent_id) references units (id);

-- A subtree is read level by level, parents before children.
alter table unit_ancestors add key ix_unit_ancestors_depth (ancestor_id, depth, unit_id);
