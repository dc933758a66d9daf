-- apply changes
create table if not exists media_file (
  media_key                     varchar(255) character set utf8mb4 collate utf8mb4_nopad_bin not null,
  state                         varchar(8) not null,
  created                       datetime(6) not null,
  changed                       datetime(6) not null,
  name                          varchar(255),
  type                          varchar(100),
  size                          bigint,
  crc32c                        bigint,
  constraint pk_media_file primary key (media_key)
) character set utf8mb4;

-- The service stored these files itself. In a database of Django's it cannot be known: they become ours by the command adopt.
insert ignore into media_file (media_key, state, created, changed)
  select cv, 'kept', utc_timestamp(6), utc_timestamp(6)
  from profiles_profile where cv > ''
  and not exists (select 1 from information_schema.tables where table_schema = database() and table_name = 'django_migrations');
insert ignore into media_file (media_key, state, created, changed)
  select certificate, 'kept', utc_timestamp(6), utc_timestamp(6)
  from profiles_profile where certificate > ''
  and not exists (select 1 from information_schema.tables where table_schema = database() and table_name = 'django_migrations');
