-- apply alter tables
alter table audit_event add column if not exists left_out integer default 0 not null;
alter table user_session add column if not exists password_mark varchar(64) default '' not null;
alter table user_token add column if not exists password_mark varchar(64) default '' not null;
