-- Each change carries the keyed digest of itself and of its predecessor, so that one that is removed or changed is found.
-- The changes of older versions get theirs from the sequencer, from the first position on.
alter table change_log add column mac binary(32) null;
alter table change_sequence
    add column chained_position bigint not null default 0,
    add column chain_mac binary(32) null,
    add column chain_seal binary(32) null;
