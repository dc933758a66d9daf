create table if not exists mailed_link (
  id                            integer primary key autoincrement not null,
  token_hash                    varchar(64) not null,
  purpose                       varchar(10) not null,
  user_id                       integer not null references auth_user (id) on delete cascade,
  address                       varchar(254) not null,
  seal                          varchar(64) not null,
  expires                       datetime not null,
  constraint uq_mailed_link_token_hash unique (token_hash)
);

create table if not exists mail_outbox (
  id                            integer primary key autoincrement not null,
  recipient                     varchar(254) not null,
  subject                       varchar(200) not null,
  body                          text not null,
  until                         datetime not null,
  due                           datetime not null,
  attempts                      integer not null
);

create table if not exists reset_request (
  id                            integer primary key autoincrement not null,
  email                         varchar(254) not null
);

create table if not exists user_email (
  id                            integer primary key autoincrement not null,
  user_id                       integer not null references auth_user (id) on delete cascade,
  address                       varchar(254) not null,
  verified                      datetime not null,
  constraint uq_user_email_user_id unique (user_id)
);

create index if not exists ix_mailed_link_user_id on mailed_link (user_id);
create index if not exists ix_mail_outbox_due on mail_outbox (due);
create index if not exists ix_user_email_address on user_email (address);
