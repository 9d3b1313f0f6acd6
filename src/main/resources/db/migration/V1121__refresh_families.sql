-- When the sign-in was that a refresh token descends from: it ends at last, however often it is renewed. Tokens from
-- before have their own beginning.
alter table refresh_tokens add column signed_in_at datetime(3) null;
