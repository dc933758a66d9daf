-- No foreign keys: the trail outlives the accounts. It takes whatever was typed, also where the database itself is utf8mb3.
create table if not exists audit_event (
  id                            bigint auto_increment not null,
  happened                      datetime(6) not null,
  act                           varchar(32) not null,
  user_id                       integer,
  username                      varchar(150) not null,
  address                       varchar(45),
  actor_id                      integer,
  actor                         varchar(150),
  primary key (id)
) character set utf8mb4;

create index if not exists ix_audit_event_happened on audit_event (happened);
create index if not exists ix_audit_event_user_id on audit_event (user_id);
