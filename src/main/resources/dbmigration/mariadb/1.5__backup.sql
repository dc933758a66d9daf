-- While a row is there, no copy of the service removes a document.
create table if not exists backup_hold (
  id                            bigint auto_increment not null,
  until                         datetime(6) not null,
  primary key (id)
) character set utf8mb4;
