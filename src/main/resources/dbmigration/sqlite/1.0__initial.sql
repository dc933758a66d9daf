-- auth_user and profiles_profile are Django's, to the letter; where they are there already, they stay as they are.
create table if not exists auth_user (
  id                            integer primary key autoincrement not null,
  password                      varchar(128) not null,
  last_login                    datetime,
  is_superuser                  bool not null,
  username                      varchar(150) not null unique,
  last_name                     varchar(150) not null,
  email                         varchar(254) not null,
  is_staff                      bool not null,
  is_active                     bool not null,
  date_joined                   datetime not null,
  first_name                    varchar(150) not null
);

create table if not exists profiles_profile (
  id                            integer primary key autoincrement not null,
  full_name                     varchar(255) not null,
  bio                           text not null,
  cv                            varchar(100),
  certificate                   varchar(100),
  user_id                       integer not null unique references auth_user (id) deferrable initially deferred
);

create table if not exists user_session (
  id                            integer primary key autoincrement not null,
  token_hash                    varchar(64) not null,
  user_id                       integer not null references auth_user (id) on delete cascade,
  started                       datetime not null,
  last_seen                     datetime not null,
  constraint uq_user_session_token_hash unique (token_hash)
);

create index if not exists ix_user_session_user_id on user_session (user_id);
create index if not exists ix_profiles_profile_cv on profiles_profile (cv);
create index if not exists ix_profiles_profile_certificate on profiles_profile (certificate);
