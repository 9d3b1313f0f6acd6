-- Private addresses and the reasons of penalties become ciphertext, which is longer. The rows of older versions are sealed
-- by the running product (OldRowsSealing), because SQL cannot: until then both forms stand in these columns.
alter table employees modify column email varchar(1000) null;
alter table employee_disciplines modify column reason varchar(2000) null;
