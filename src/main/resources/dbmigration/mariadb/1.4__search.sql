-- Words carry what they are put in order by, and a digest of a person's other words, so that most questions are answered by them alone.
-- What the staff's search knows of each user, filled beside the work. No foreign keys: who has gone is noted like who has changed.
create table if not exists search_entry (
  name                          varchar(40) not null,
  user_id                       integer not null,
  username                      varchar(40) not null,
  joined                        bigint not null,
  words                         text not null,
  primary key (name, user_id),
  constraint uq_search_entry_user_id unique (user_id),
  index ix_search_entry_username (username, user_id),
  index ix_search_entry_joined (joined, user_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists search_word (
  word                          varchar(120) not null,
  name                          varchar(40) not null,
  user_id                       integer not null,
  others                        bigint not null,
  primary key (word, name, user_id)
) character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists search_noted (
  user_id                       integer not null,
  primary key (user_id)
) character set utf8mb4;
