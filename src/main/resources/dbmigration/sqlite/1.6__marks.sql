-- apply alter tables
alter table audit_event add column left_out integer default 0 not null;
alter table user_session add column password_mark varchar(64) default '' not null;
alter table user_token add column password_mark varchar(64) default '' not null;
