-- Why somebody holds a post although the law discourages it: over the headcount, a rank below the post, a candidate in a
-- functional post.
alter table employee_positions add column reason varchar(300) null;
