-- Our own id of a request, and behind it the one that the client gave it: the trail rests on ours.
alter table change_log modify column request_id varchar(110) character set ascii collate ascii_bin not null;
