-- A password that somebody else chose ends by itself; those that wait already get their days from now.
alter table accounts add column temporary_until datetime(3) null;
update accounts set temporary_until = date_add(utc_timestamp(3), interval 72 hour) where must_change_password;

-- The secret of a device that shows one-time codes, sealed; the last step whose code was used is good for no other sign-in.
create table second_factors (
    account_id  binary(16)     not null primary key,
    secret      varbinary(300) not null,
    last_step   bigint         not null,
    enrolled_at datetime(3)    not null,
    constraint fk_second_factors_account foreign key (account_id) references accounts (id) on delete cascade
);

-- For whoever has lost the device; each is good once.
create table recovery_codes (
    account_id binary(16) not null,
    code_hash  binary(32) not null,
    primary key (account_id, code_hash),
    constraint fk_recovery_codes_account foreign key (account_id) references accounts (id) on delete cascade
);
