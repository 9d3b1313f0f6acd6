-- Assessment rounds by many raters. What was said and who has answered are apart: a submission bears a token that nothing but
-- the round's key connects with a rater, and key and submissions go when the round closes. Levels, comments and submissions
-- have no time, no version and ids without order.

create table assessments (
    id               binary(16)   not null primary key,
    agency           varchar(20)  character set ascii collate ascii_bin not null,
    version          bigint       not null default 0,
    name             varchar(200) not null,
    purpose          varchar(10)  character set ascii collate ascii_bin not null,
    state            varchar(10)  character set ascii collate ascii_bin not null,
    unit_id          binary(16)   null,
    position_levels  varchar(300) character set ascii collate ascii_bin null,
    people           mediumtext   character set ascii collate ascii_bin null,
    weights          varchar(500) character set ascii collate ascii_bin null,
    starts_on        date         not null,
    ends_on          date         not null,
    participants     int          not null default 0,
    rule_set         varchar(60)  character set ascii collate ascii_bin null,
    rule_set_agency  varchar(20)  character set ascii collate ascii_bin null,
    prepared_on      date         null,
    closed_on        date         null,
    published_on     date         null,
    review_until     date         null,
    withdrawal_reason varchar(500) null,
    created_by       binary(16)   not null,
    created_at       datetime(3)  not null,
    key ix_assessments_starts (agency, starts_on, id),
    key ix_assessments_state (agency, state, starts_on, id),
    constraint fk_assessments_unit foreign key (unit_id) references units (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table assessment_participants (
    id             binary(16)   not null primary key,
    agency         varchar(20)  character set ascii collate ascii_bin not null,
    version        bigint       not null default 0,
    assessment_id  binary(16)   not null,
    employee_id    binary(16)   not null,
    unit_id        binary(16)   null,
    position_id    binary(16)   null,
    position_title varchar(300) not null,
    position_level varchar(20)  character set ascii collate ascii_bin not null,
    ended_on       date         null,
    closed         boolean      not null default false,
    unique key uk_assessment_participants (assessment_id, employee_id),
    key ix_assessment_participants_agency (agency, assessment_id, id),
    key ix_assessment_participants_employee (agency, employee_id, id),
    constraint fk_assessment_participants_assessment foreign key (assessment_id) references assessments (id),
    constraint fk_assessment_participants_employee foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table assessment_raters (
    id             binary(16)   not null primary key,
    agency         varchar(20)  character set ascii collate ascii_bin not null,
    version        bigint       not null default 0,
    assessment_id  binary(16)   not null,
    participant_id binary(16)   not null,
    rated_id       binary(16)   not null,
    employee_id    binary(16)   not null,
    relation       varchar(11)  character set ascii collate ascii_bin not null,
    state          varchar(10)  character set ascii collate ascii_bin not null,
    reminded_on    date         null,
    unique key uk_assessment_raters (participant_id, employee_id),
    key ix_assessment_raters_participant (agency, participant_id, id),
    key ix_assessment_raters_assessment (agency, assessment_id, state, id),
    key ix_assessment_raters_employee (agency, employee_id, state, id),
    key ix_assessment_raters_rated (agency, rated_id, state, id),
    constraint fk_assessment_raters_participant foreign key (participant_id) references assessment_participants (id),
    constraint fk_assessment_raters_assessment foreign key (assessment_id) references assessments (id),
    constraint fk_assessment_raters_rated foreign key (rated_id) references employees (id),
    constraint fk_assessment_raters_employee foreign key (employee_id) references employees (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- what is asked of a participant, and what was found
create table assessment_levels (
    agency         varchar(20)  character set ascii collate ascii_bin not null,
    participant_id binary(16)   not null,
    competency_id  binary(16)   not null,
    place          smallint     not null,
    edition        int          not null,
    required       tinyint      not null,
    score          decimal(6,4) null,
    level          tinyint      null,
    parts          text         character set ascii collate ascii_bin null,
    primary key (participant_id, competency_id),
    key ix_assessment_levels_agency (agency, participant_id, place),
    constraint fk_assessment_levels_participant foreign key (participant_id) references assessment_participants (id),
    constraint fk_assessment_levels_competency foreign key (competency_id) references competencies (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table assessment_calibrations (
    id             binary(16)   not null primary key,
    agency         varchar(20)  character set ascii collate ascii_bin not null,
    version        bigint       not null default 0,
    participant_id binary(16)   not null,
    employee_id    binary(16)   not null,
    competency_id  binary(16)   not null,
    level          tinyint      not null,
    reason         varchar(500) not null,
    decided_by     binary(16)   not null,
    unique key uk_assessment_calibrations (participant_id, competency_id),
    key ix_assessment_calibrations_participant (agency, participant_id, id),
    constraint fk_assessment_calibrations_level foreign key (participant_id, competency_id)
        references assessment_levels (participant_id, competency_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table assessment_keys (
    assessment_id binary(16)     not null primary key,
    agency        varchar(20)    character set ascii collate ascii_bin not null,
    sealed        varbinary(200) not null,
    key ix_assessment_keys_agency (agency, assessment_id),
    constraint fk_assessment_keys_assessment foreign key (assessment_id) references assessments (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table assessment_submissions (
    token          binary(32)      not null primary key,
    agency         varchar(20)     character set ascii collate ascii_bin not null,
    participant_id binary(16)      not null,
    sealed         varbinary(4000) not null,
    key ix_assessment_submissions_participant (agency, participant_id),
    constraint fk_assessment_submissions_participant foreign key (participant_id) references assessment_participants (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table assessment_comments (
    id             binary(16)     not null primary key,
    agency         varchar(20)    character set ascii collate ascii_bin not null,
    participant_id binary(16)     not null,
    rating_group   varchar(20)    character set ascii collate ascii_bin not null,
    sealed         varbinary(4000) not null,
    key ix_assessment_comments_participant (agency, participant_id, id),
    constraint fk_assessment_comments_participant foreign key (participant_id) references assessment_participants (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table assessment_reviews (
    id             binary(16)    not null primary key,
    agency         varchar(20)   character set ascii collate ascii_bin not null,
    version        bigint        not null default 0,
    assessment_id  binary(16)    not null,
    participant_id binary(16)    not null,
    employee_id    binary(16)    not null,
    competency_id  binary(16)    not null,
    reason         varchar(2000) not null,
    asked_on       date          not null,
    outcome        varchar(10)   character set ascii collate ascii_bin null,
    decided_level  tinyint       null,
    decided_on     date          null,
    decided_by     binary(16)    null,
    decision       varchar(2000) null,
    unique key uk_assessment_reviews (participant_id, competency_id),
    key ix_assessment_reviews_assessment (agency, assessment_id, asked_on, id),
    key ix_assessment_reviews_employee (agency, employee_id, asked_on, id),
    constraint fk_assessment_reviews_participant foreign key (participant_id) references assessment_participants (id),
    constraint fk_assessment_reviews_competency foreign key (competency_id) references competencies (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

alter table competency_results add column assessment_id binary(16) null after claim_id,
    add constraint fk_competency_results_assessment foreign key (assessment_id) references assessments (id),
    add key ix_competency_results_assessment (assessment_id, employee_id);
