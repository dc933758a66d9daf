create table if not exists user_token (
  id                            bigint auto_increment not null,
  token_hash                    varchar(64) not null,
  user_id                       integer not null,
  name                          varchar(100) not null,
  prefix                        varchar(8) not null,
  read_only                     tinyint(1) not null,
  created                       datetime(6) not null,
  last_used                     datetime(6),
  expires                       datetime(6),
  constraint uq_user_token_token_hash unique (token_hash),
  constraint pk_user_token primary key (id),
  index ix_user_token_user_id (user_id),
  constraint fk_user_token_user_id foreign key (user_id) references auth_user (id) on delete cascade
) character set utf8mb4;

-- Sessions from before are not remembered: they end after a day without use.
alter table user_session add column if not exists remembered tinyint(1) default 0 not null;
alter table user_session add column if not exists user_agent varchar(255) default '' not null;
alter table user_session add column if not exists address varchar(64) default '' not null;
