-- What a position itself requires of a competency, dated. Where it says nothing, its level does (rule set JPM).

create table position_standards (
    id            binary(16)   not null primary key,
    agency        varchar(20)  character set ascii collate ascii_bin not null,
    version       bigint       not null default 0,
    position_id   binary(16)   not null,
    competency_id binary(16)   not null,
    level         tinyint      not null,
    starts_on     date         not null,
    ends_on       date         null,
    decree_number varchar(100) null,
    unique key uk_position_standards (position_id, competency_id, starts_on),
    key ix_position_standards_agency (agency, starts_on, id),
    key ix_position_standards_position (agency, position_id, starts_on, id),
    key ix_position_standards_competency (agency, competency_id, starts_on, id),
    constraint fk_position_standards_position foreign key (position_id) references positions (id),
    constraint fk_position_standards_competency foreign key (competency_id) references competencies (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
