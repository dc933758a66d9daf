-- apply changes
create table if not exists mail_delivered (
  id                            bigint auto_increment not null,
  mailbox                       varchar(64) not null,
  delivered                     datetime(6) not null,
  constraint pk_mail_delivered primary key (id)
) character set utf8mb4;

-- foreign keys and indices
create index if not exists ix_mail_delivered_mailbox on mail_delivered (mailbox);
