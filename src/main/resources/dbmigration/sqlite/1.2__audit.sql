-- No foreign keys: the trail outlives the accounts.
create table if not exists audit_event (
  id                            integer primary key autoincrement not null,
  happened                      datetime not null,
  act                           varchar(32) not null,
  user_id                       integer,
  username                      varchar(150) not null,
  address                       varchar(45),
  actor_id                      integer,
  actor                         varchar(150)
);

create index if not exists ix_audit_event_happened on audit_event (happened);
create index if not exists ix_audit_event_user_id on audit_event (user_id);
