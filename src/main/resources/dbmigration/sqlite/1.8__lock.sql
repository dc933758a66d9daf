-- Locks between copies of the service, see Lease; the turn of a row is raised by those who must not commit at the same time, see Superusers.
create table if not exists service_lock (
  name                          varchar(20) not null,
  owner                         varchar(36) not null,
  expires                       bigint not null,
  turn                          bigint not null,
  primary key (name)
);
insert or ignore into service_lock (name, owner, expires, turn) values ('cleanup', '', 0, 0), ('migration', '', 0, 0), ('superusers', '', 0, 0);
