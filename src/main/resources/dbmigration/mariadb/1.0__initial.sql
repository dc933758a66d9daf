-- auth_user and profiles_profile are Django's, to the letter; where they are there already, they stay as they are.
create table if not exists auth_user (
  id                            integer auto_increment not null,
  password                      varchar(128) not null,
  last_login                    datetime(6),
  is_superuser                  tinyint(1) not null,
  username                      varchar(150) not null,
  first_name                    varchar(150) not null,
  last_name                     varchar(150) not null,
  email                         varchar(254) not null,
  is_staff                      tinyint(1) not null,
  is_active                     tinyint(1) not null,
  date_joined                   datetime(6) not null,
  primary key (id),
  unique key username (username)
) character set utf8mb4;

create table if not exists profiles_profile (
  id                            bigint auto_increment not null,
  full_name                     varchar(255) not null,
  bio                           longtext not null,
  cv                            varchar(100),
  certificate                   varchar(100),
  user_id                       integer not null,
  primary key (id),
  unique key user_id (user_id),
  constraint profiles_profile_user_id_a3e81f91_fk_auth_user_id foreign key (user_id) references auth_user (id)
) character set utf8mb4;

create table if not exists user_session (
  id                            bigint auto_increment not null,
  token_hash                    varchar(64) not null,
  user_id                       integer not null,
  started                       datetime(6) not null,
  last_seen                     datetime(6) not null,
  constraint uq_user_session_token_hash unique (token_hash),
  constraint pk_user_session primary key (id),
  index ix_user_session_user_id (user_id),
  constraint fk_user_session_user_id foreign key (user_id) references auth_user (id) on delete cascade
) character set utf8mb4;

create index if not exists ix_profiles_profile_cv on profiles_profile (cv);
create index if not exists ix_profiles_profile_certificate on profiles_profile (certificate);
