-- Which version of RETIREMENT gave the retirement date of a person, so that those of another version are found when a new
-- one comes into force; empty where the date was not computed from the histories yet.
alter table employees
    add column retirement_rules varchar(60) character set ascii collate ascii_bin not null default '',
    add key ix_employees_retirement_rules (agency, retirement_rules);
