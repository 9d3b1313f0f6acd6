-- Failures count for a name and the network they come from, so that nobody is kept out by strangers elsewhere; a row of
-- sixteen empty bytes counts them all. Attempts are forgotten after a day: the old ones may go now.
delete from sign_in_attempts;
alter table sign_in_attempts add column network_hash binary(16) not null default '';
alter table sign_in_attempts drop primary key, add primary key (name_hash, network_hash);

-- Where a person has signed in from before: there her right password is never refused.
create table sign_in_networks (
    account_id   binary(16)  not null,
    network_hash binary(16)  not null,
    last_used_at datetime(3) not null,
    primary key (account_id, network_hash),
    key ix_sign_in_networks_age (last_used_at),
    constraint fk_sign_in_networks_account foreign key (account_id) references accounts (id) on delete cascade
);
