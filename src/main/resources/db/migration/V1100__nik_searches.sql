-- How often an account has searched by NIK on a day: what is shown masked must not be found by trying.
create table nik_searches (
    agency     varchar(20) character set ascii collate ascii_bin not null,
    account_id binary(16) not null,
    day        date       not null,
    searches   int        not null,
    primary key (agency, account_id, day)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
