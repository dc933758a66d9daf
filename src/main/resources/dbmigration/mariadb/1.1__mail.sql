create table if not exists mailed_link (
  id                            bigint auto_increment not null,
  token_hash                    varchar(64) not null,
  purpose                       varchar(10) not null,
  user_id                       integer not null,
  address                       varchar(254) not null,
  seal                          varchar(64) not null,
  expires                       datetime(6) not null,
  constraint uq_mailed_link_token_hash unique (token_hash),
  constraint pk_mailed_link primary key (id)
) character set utf8mb4;

create table if not exists mail_outbox (
  id                            bigint auto_increment not null,
  recipient                     varchar(254) not null,
  subject                       varchar(200) not null,
  body                          longtext not null,
  until                         datetime(6) not null,
  due                           datetime(6) not null,
  attempts                      integer not null,
  constraint pk_mail_outbox primary key (id)
) character set utf8mb4;

create table if not exists reset_request (
  id                            bigint auto_increment not null,
  email                         varchar(254) not null,
  constraint pk_reset_request primary key (id)
) character set utf8mb4;

create table if not exists user_email (
  id                            bigint auto_increment not null,
  user_id                       integer not null,
  address                       varchar(254) not null,
  verified                      datetime(6) not null,
  constraint uq_user_email_user_id unique (user_id),
  constraint pk_user_email primary key (id)
) character set utf8mb4;

create index if not exists ix_mailed_link_user_id on mailed_link (user_id);
alter table mailed_link add constraint fk_mailed_link_user_id foreign key if not exists (user_id) references auth_user (id) on delete cascade;

alter table user_email add constraint fk_user_email_user_id foreign key if not exists (user_id) references auth_user (id) on delete cascade;

create index if not exists ix_mail_outbox_due on mail_outbox (due);
create index if not exists ix_user_email_address on user_email (address);
