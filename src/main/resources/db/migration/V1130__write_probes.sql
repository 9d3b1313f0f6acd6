-- One row that every node writes every few seconds, to know whether the database takes writes.
create table write_probes (
    id tinyint not null,
    probed_at datetime(6) not null,
    constraint pk_write_probes primary key (id)
);
insert into write_probes (id, probed_at) values (1, utc_timestamp(6));
