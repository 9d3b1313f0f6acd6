-- The subject of an issuer outside is compared byte by byte. As text it was not: utf8mb4_bin pads with blanks, and the
-- collations that do not are named differently by MySQL and MariaDB.
-- A subject belongs to one account of an agency. Another agency's account with the same subject is never found for this
-- agency's person, so it must not be in the way of hers.
alter table accounts
    modify external_subject varbinary(1020) null,
    drop index uk_accounts_external,
    add unique key uk_accounts_external (external_issuer, external_subject, agency),
    -- no password: signs in with an issuer outside and no other way
    add column outside_only boolean not null default false;

-- A machine that an issuer outside signs in.
alter table clients
    add column external_issuer  varchar(40) character set ascii collate ascii_bin null,
    add column external_subject varbinary(1020) null,
    add unique key uk_clients_external (external_issuer, external_subject, agency);
