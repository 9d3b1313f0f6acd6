-- Who may sign in: people's accounts, machine clients, the refresh tokens that were given out, and attempts that failed.
-- Agencies and employees are registers of a higher floor and come later, so no foreign key points at them.

create table accounts (
    id                   binary(16)   not null primary key,
    agency               varchar(20)  character set ascii collate ascii_bin not null,
    version              bigint       not null default 0,
    username             varchar(60)  character set ascii collate ascii_bin not null,
    display_name         varchar(100) not null,
    employee_id          binary(16)   null,
    password_hash        varchar(150) character set ascii collate ascii_bin not null,
    must_change_password boolean      not null default false,
    disabled             boolean      not null default false,
    external_issuer      varchar(40)  character set ascii collate ascii_bin null,
    external_subject     varchar(255) character set utf8mb4 collate utf8mb4_bin null,
    updated_at           datetime(3)  not null default current_timestamp(3),
    unique key uk_accounts_username (username),
    unique key uk_accounts_external (external_issuer, external_subject),
    key ix_accounts_agency (agency, username, id),
    key ix_accounts_name (agency, display_name, id),
    key ix_accounts_employee (agency, employee_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table account_roles (
    account_id binary(16)  not null,
    role       varchar(10) character set ascii collate ascii_bin not null,
    primary key (account_id, role),
    constraint fk_account_roles_account foreign key (account_id) references accounts (id) on delete cascade
);

create table clients (
    id          binary(16)   not null primary key,
    agency      varchar(20)  character set ascii collate ascii_bin not null,
    version     bigint       not null default 0,
    client_id   varchar(60)  character set ascii collate ascii_bin not null,
    name        varchar(100) not null,
    secret_hash varchar(150) character set ascii collate ascii_bin not null,
    disabled    boolean      not null default false,
    updated_at  datetime(3)  not null default current_timestamp(3),
    unique key uk_clients_client_id (client_id),
    key ix_clients_agency (agency, client_id, id),
    key ix_clients_name (agency, name, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table client_scopes (
    client_row_id binary(16)  not null,
    scope         varchar(40) character set ascii collate ascii_bin not null,
    primary key (client_row_id, scope),
    constraint fk_client_scopes_client foreign key (client_row_id) references clients (id) on delete cascade
);

-- One row for every refresh token that was given out; the token itself is nowhere, only its SHA-256.
create table refresh_tokens (
    id         binary(16)  not null primary key,
    token_hash binary(32)  not null,
    family_id  binary(16)  not null,
    account_id binary(16)  not null,
    issued_at  datetime(3) not null,
    expires_at datetime(3) not null,
    rotated_at datetime(3) null,
    revoked_at datetime(3) null,
    unique key uk_refresh_tokens_hash (token_hash),
    key ix_refresh_tokens_family (family_id, id),
    key ix_refresh_tokens_account (account_id, revoked_at),
    key ix_refresh_tokens_expiry (expires_at),
    constraint fk_refresh_tokens_account foreign key (account_id) references accounts (id) on delete cascade
);

-- Names that were tried in vain, whether or not anybody has them: a lock must not tell which names exist. The name is
-- kept as a keyed hash, because people type passwords into the wrong field.
create table sign_in_attempts (
    name_hash       binary(32)  not null primary key,
    failures        smallint    not null,
    last_attempt_at datetime(3) not null,
    locked_until    datetime(3) null,
    key ix_sign_in_attempts_age (last_attempt_at)
);
