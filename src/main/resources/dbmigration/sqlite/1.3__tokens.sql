create table if not exists user_token (
  id                            integer primary key autoincrement not null,
  token_hash                    varchar(64) not null,
  user_id                       integer not null references auth_user (id) on delete cascade,
  name                          varchar(100) not null,
  prefix                        varchar(8) not null,
  read_only                     bool not null,
  created                       datetime not null,
  last_used                     datetime,
  expires                       datetime,
  constraint uq_user_token_token_hash unique (token_hash)
);

create index if not exists ix_user_token_user_id on user_token (user_id);

-- Sessions from before are not remembered: they end after a day without use.
alter table user_session add column remembered bool default 0 not null;
alter table user_session add column user_agent varchar(255) default '' not null;
alter table user_session add column address varchar(64) default '' not null;
