-- apply changes
create table if not exists mail_delivered (
  id                            integer not null,
  mailbox                       varchar(64) not null,
  delivered                     timestamp not null,
  constraint pk_mail_delivered primary key (id)
);

-- foreign keys and indices
create index if not exists ix_mail_delivered_mailbox on mail_delivered (mailbox);
