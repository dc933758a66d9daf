-- What the first release left on SQLite: ada with her documents and a session, ben with nothing. Her cookie: session=V4O8PxPBnzZ3Wvi8RlpRQDKzeeApE8Z7U0Ibo42HJMA
CREATE TABLE db_migration (
  id                           integer not null,
  mchecksum                    integer not null,
  mtype                        varchar(1) not null,
  mversion                     varchar(150) not null,
  mcomment                     varchar(150) not null,
  mstatus                      varchar(10) not null,
  run_on                       timestamp not null,
  run_by                       varchar(30) not null,
  run_time                     integer not null,
  constraint pk_db_migration primary key (id)
);
INSERT INTO db_migration VALUES(0,1,'I','0','<init>','SUCCESS',1795602280308,'root',0);
INSERT INTO db_migration VALUES(1,91993688,'V','1.0','initial','SUCCESS',1795602280308,'root',2);
CREATE TABLE auth_user (
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
INSERT INTO auth_user VALUES(1,'argon2$argon2id$v=19$m=19456,t=2,p=1$hBVOgLLAUgHT7xE6SVacJA$64yH3WwiNL6GmVxO5n0ipofVpJ6dKdZ5zrZWYT/iDbU','2026-11-25 10:24:47.567516',0,'ada','','ada@example.org',0,1,'2026-11-25 10:24:47.500981','');
INSERT INTO auth_user VALUES(2,'argon2$argon2id$v=19$m=19456,t=2,p=1$yJprzHe4UjkjfrgxWCbhTQ$ncp4U28lRYzgUXQf0kXiZACsS8w3MJwbWFZUSghBckk','2026-11-25 10:24:48.065972',0,'ben','','ben@example.org',0,1,'2026-11-25 10:24:48.062056','');
CREATE TABLE profiles_profile (
  id                            integer primary key autoincrement not null,
  full_name                     varchar(255) not null,
  bio                           text not null,
  cv                            varchar(100),
  certificate                   varchar(100),
  user_id                       integer not null unique references auth_user (id) deferrable initially deferred
);
INSERT INTO profiles_profile VALUES(1,'Ada Lovelace 🦉',replace('First line.\nSecond line','\n',char(10)),'cvs/Größe.pdf','certificates/seal.png',1);
INSERT INTO profiles_profile VALUES(2,'','','','',2);
CREATE TABLE user_session (
  id                            integer primary key autoincrement not null,
  token_hash                    varchar(64) not null,
  user_id                       integer not null references auth_user (id) on delete cascade,
  started                       datetime not null,
  last_seen                     datetime not null,
  constraint uq_user_session_token_hash unique (token_hash)
);
INSERT INTO user_session VALUES(1,'da6cc2d007ca991f34a1a55eadff6aa49ed0342bd73a65f7d4be1800ac0a6457',1,'2026-11-25 10:24:47.567489','2026-11-25 10:24:47.567489');
INSERT INTO user_session VALUES(2,'32235964832f3e99bf49e24877ff65b387a95faae8c5fe315433460574da7355',2,'2026-11-25 10:24:48.065964','2026-11-25 10:24:48.065964');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('auth_user',2);
INSERT INTO sqlite_sequence VALUES('profiles_profile',2);
INSERT INTO sqlite_sequence VALUES('user_session',2);
CREATE INDEX ix_user_session_user_id on user_session (user_id);
CREATE INDEX ix_profiles_profile_cv on profiles_profile (cv);
CREATE INDEX ix_profiles_profile_certificate on profiles_profile (certificate);
