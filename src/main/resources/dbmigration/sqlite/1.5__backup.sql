-- While a row is there, no copy of the service removes a document.
create table if not exists backup_hold (
  id                            integer primary key autoincrement not null,
  until                         datetime not null
);
