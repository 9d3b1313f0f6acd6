-- The moment before which no token of an account or machine counts: set when its rights change or end.
alter table accounts add column tokens_valid_from datetime(3) null;
alter table clients add column tokens_valid_from datetime(3) null;
