-- What the first release left on MariaDB: ada with her documents and a session, ben with nothing. Her cookie: session=LWSm609cUBhtoVAnxKHrFMB9fZWJgGGRtZs0b6wEwyI
CREATE TABLE `auth_user` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `password` varchar(128) NOT NULL,
  `last_login` datetime(6) DEFAULT NULL,
  `is_superuser` tinyint(1) NOT NULL,
  `username` varchar(150) NOT NULL,
  `first_name` varchar(150) NOT NULL,
  `last_name` varchar(150) NOT NULL,
  `email` varchar(254) NOT NULL,
  `is_staff` tinyint(1) NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  `date_joined` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `username` (`username`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `auth_user` VALUES (1,'argon2$argon2id$v=19$m=19456,t=2,p=1$0u3cir4+FSyvNhP1JxqYyw$NJ9IujtCCr+gdc2XxLQ55Ez2ZNiFv+BOQnD48QHTOIY','2026-11-25 10:25:05.175629',0,'ada','','','ada@example.org',0,1,'2026-11-25 10:25:05.053757');
INSERT INTO `auth_user` VALUES (2,'argon2$argon2id$v=19$m=19456,t=2,p=1$jDT25SmpnbUgIYRSY8siMw$sFijCC2wrwxUf4xwMDaDBYyh7jWD2FQaItFREfj+q1Q','2026-11-25 10:25:05.688784',0,'ben','','','ben@example.org',0,1,'2026-11-25 10:25:05.684672');
CREATE TABLE `db_migration` (
  `id` int(11) NOT NULL,
  `mchecksum` int(11) NOT NULL,
  `mtype` varchar(1) NOT NULL,
  `mversion` varchar(150) NOT NULL,
  `mcomment` varchar(150) NOT NULL,
  `mstatus` varchar(10) NOT NULL,
  `run_on` timestamp NOT NULL,
  `run_by` varchar(30) NOT NULL,
  `run_time` int(11) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `db_migration` VALUES (0,1,'I','0','<init>','SUCCESS','2026-11-25 10:25:00','root',0);
INSERT INTO `db_migration` VALUES (1,-1456872987,'V','1.0','initial','SUCCESS','2026-11-25 10:25:00','root',256);
CREATE TABLE `profiles_profile` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `full_name` varchar(255) NOT NULL,
  `bio` longtext NOT NULL,
  `cv` varchar(100) DEFAULT NULL,
  `certificate` varchar(100) DEFAULT NULL,
  `user_id` int(11) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `user_id` (`user_id`),
  KEY `ix_profiles_profile_cv` (`cv`),
  KEY `ix_profiles_profile_certificate` (`certificate`),
  CONSTRAINT `profiles_profile_user_id_a3e81f91_fk_auth_user_id` FOREIGN KEY (`user_id`) REFERENCES `auth_user` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `profiles_profile` VALUES (1,'Ada Lovelace 🦉','First line.\nSecond line','cvs/Größe.pdf','certificates/seal.png',1);
INSERT INTO `profiles_profile` VALUES (2,'','','','',2);
CREATE TABLE `user_session` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `token_hash` varchar(64) NOT NULL,
  `user_id` int(11) NOT NULL,
  `started` datetime(6) NOT NULL,
  `last_seen` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uq_user_session_token_hash` (`token_hash`),
  KEY `ix_user_session_user_id` (`user_id`),
  CONSTRAINT `fk_user_session_user_id` FOREIGN KEY (`user_id`) REFERENCES `auth_user` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB AUTO_INCREMENT=3 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO `user_session` VALUES (1,'78705453bef6f752f62dfc73fd3a5fc01a68bc165710e66a583b9d7cffa73aa0',1,'2026-11-25 10:25:05.175599','2026-11-25 10:25:05.175599');
INSERT INTO `user_session` VALUES (2,'7424324bab72b553628d64b6a2c8397b799aa237c788c6da63092be7233e4be0',2,'2026-11-25 10:25:05.688776','2026-11-25 10:25:05.688776');
