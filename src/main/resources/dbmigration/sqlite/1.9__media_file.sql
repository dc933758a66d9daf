-- apply changes
create table if not exists media_file (
  media_key                     varchar(255) not null,
  state                         varchar(8) not null,
  created                       timestamp not null,
  changed                       timestamp not null,
  name                          varchar(255),
  type                          varchar(100),
  size                          integer,
  crc32c                        integer,
  constraint ck_media_file_state check ( state in ('reserved','kept','released')),
  constraint pk_media_file primary key (media_key)
);

-- The service stored these files itself. In a database of Django's it cannot be known: they become ours by the command adopt.
insert or ignore into media_file (media_key, state, created, changed)
  select cv, 'kept', strftime('%Y-%m-%d %H:%M:%f', 'now'), strftime('%Y-%m-%d %H:%M:%f', 'now')
  from profiles_profile where cv > ''
  and not exists (select 1 from sqlite_master where type = 'table' and name = 'django_migrations');
insert or ignore into media_file (media_key, state, created, changed)
  select certificate, 'kept', strftime('%Y-%m-%d %H:%M:%f', 'now'), strftime('%Y-%m-%d %H:%M:%f', 'now')
  from profiles_profile where certificate > ''
  and not exists (select 1 from sqlite_master where type = 'table' and name = 'django_migrations');
