-- A database of version 1040, as mariadb-dump wrote it: the schema that the migrations of that day made, their history, and
-- a few invented people, decisions and jobs. OldDatabaseTest brings it to today's version. It is never changed; a later
-- release adds a file of its own.
set foreign_key_checks = 0;
CREATE TABLE account_roles (
  account_id binary(16) NOT NULL,
  `role` varchar(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (account_id,`role`),
  CONSTRAINT fk_account_roles_account FOREIGN KEY (account_id) REFERENCES `accounts` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO account_roles (account_id, role) VALUES (0x00000000000000000000000000000D01,'ASN');
INSERT INTO account_roles (account_id, role) VALUES (0x00000000000000000000000000000D01,'SDM');
CREATE TABLE accounts (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  username varchar(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name varchar(100) NOT NULL,
  employee_id binary(16) DEFAULT NULL,
  password_hash varchar(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  must_change_password tinyint(1) NOT NULL DEFAULT 0,
  disabled tinyint(1) NOT NULL DEFAULT 0,
  external_issuer varchar(40) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  external_subject varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL,
  updated_at datetime(3) NOT NULL DEFAULT current_timestamp(3),
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_accounts_username (username),
  UNIQUE KEY uk_accounts_external (external_issuer,external_subject),
  KEY ix_accounts_agency (agency,username,`id`),
  KEY ix_accounts_name (agency,display_name,`id`),
  KEY ix_accounts_employee (agency,employee_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO accounts (id, agency, version, username, display_name, employee_id, password_hash, must_change_password, disabled, external_issuer, external_subject, updated_at) VALUES (0x00000000000000000000000000000D01,'lama',1,'sari.lama','Sari Widuri',0x00000000000000000000000000000E01,'-',0,0,NULL,NULL,'2026-01-05 02:00:00.000');
CREATE TABLE agencies (
  `code` varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `id` binary(16) NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  `name` varchar(150) NOT NULL,
  kind varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone varchar(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  settings longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(settings)),
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`code`),
  UNIQUE KEY uk_agencies_id (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO agencies (code, id, version, name, kind, time_zone, settings, siasn_id) VALUES ('lain',0x00000000000000000000000000000A02,0,'Pemerintah Kota Lain','CITY','Asia/Makassar','{}',NULL);
INSERT INTO agencies (code, id, version, name, kind, time_zone, settings, siasn_id) VALUES ('lama',0x00000000000000000000000000000A01,3,'Pemerintah Kabupaten Lama','REGENCY','Asia/Jakarta','{\"letterhead\": \"BKPSDM\"}',NULL);
CREATE TABLE agency_rule_sets (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  kind varchar(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` varchar(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  based_on varchar(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `status` varchar(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  effective_from date NOT NULL,
  effective_to date DEFAULT NULL,
  document mediumtext NOT NULL,
  proposed_by binary(16) NOT NULL,
  decided_by binary(16) DEFAULT NULL,
  decided_at datetime(3) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_agency_rule_sets_name (agency,kind,`name`),
  KEY ix_agency_rule_sets_force (agency,kind,`status`,effective_from),
  CONSTRAINT ck_agency_rule_sets_status CHECK (`status` in ('PROPOSED','APPROVED','REJECTED'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO agency_rule_sets (id, agency, version, kind, name, based_on, status, effective_from, effective_to, document, proposed_by, decided_by, decided_at) VALUES (0x00000000000000000000000000001A01,'lama',1,'LEARNING_HOURS','LAMA_2027','LAN_10_2018','APPROVED','2027-01-01',NULL,'{\"kind\": \"LEARNING_HOURS\"}',0x00000000000000000000000000000D01,0x00000000000000000000000000000D05,'2026-01-05 02:00:00.000');
CREATE TABLE calculation_results (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  calculator varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  calculated_on date NOT NULL,
  request mediumtext NOT NULL,
  answer mediumtext NOT NULL,
  rule_sets mediumtext NOT NULL,
  kept_by binary(16) NOT NULL,
  kept_at datetime(3) NOT NULL,
  PRIMARY KEY (`id`),
  KEY ix_calculation_results_owner (agency,kept_by,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO calculation_results (id, agency, version, calculator, calculated_on, request, answer, rule_sets, kept_by, kept_at) VALUES (0x00000000000000000000000000001B01,'lama',0,'retirement','2026-01-05','{\"birthDate\": \"1980-02-29\"}','{\"retirementOn\": \"2038-03-01\"}','[]',0x00000000000000000000000000000D01,'2026-01-05 02:00:00.000');
CREATE TABLE change_log (
  `id` binary(16) NOT NULL,
  position bigint(20) DEFAULT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  occurred_at datetime(6) NOT NULL,
  actor_id binary(16) DEFAULT NULL,
  operation varchar(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_id varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  object_type varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  object_id binary(16) NOT NULL,
  employee_id binary(16) DEFAULT NULL,
  `action` varchar(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `fields` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`fields`)),
  reason varchar(300) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_change_log_position (position),
  KEY ix_change_log_feed (agency,position),
  KEY ix_change_log_object (agency,object_id,position),
  KEY ix_change_log_employee (agency,employee_id,position),
  KEY ix_change_log_actor (agency,actor_id,position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO change_log (id, position, agency, occurred_at, actor_id, operation, request_id, object_type, object_id, employee_id, action, fields, reason) VALUES (0x00000000000000000000000000001801,1,'lama','2026-01-05 01:00:00.000000',0x00000000000000000000000000000D01,'createEmployee','req-00000001','employee',0x00000000000000000000000000000E01,0x00000000000000000000000000000E01,'CREATED','{\"name\": {\"after\": \"Sari\"}}',NULL);
INSERT INTO change_log (id, position, agency, occurred_at, actor_id, operation, request_id, object_type, object_id, employee_id, action, fields, reason) VALUES (0x00000000000000000000000000001802,2,'lama','2026-01-05 02:00:00.000000',0x00000000000000000000000000000D01,'patchEmployee','req-00000002','employee',0x00000000000000000000000000000E01,0x00000000000000000000000000000E01,'UPDATED','{\"name\": {\"before\": \"Sari\", \"after\": \"Sari Widuri\"}}',NULL);
INSERT INTO change_log (id, position, agency, occurred_at, actor_id, operation, request_id, object_type, object_id, employee_id, action, fields, reason) VALUES (0x00000000000000000000000000001803,3,'lama','2026-01-05 02:00:00.000000',0x00000000000000000000000000000D01,'createEmployeeRank','req-00000003','employee-rank',0x00000000000000000000000000001101,0x00000000000000000000000000000E01,'CREATED','{\"rankCode\": {\"after\": \"III/a\"}}',NULL);
INSERT INTO change_log (id, position, agency, occurred_at, actor_id, operation, request_id, object_type, object_id, employee_id, action, fields, reason) VALUES (0x00000000000000000000000000001804,4,'lama','2026-01-05 03:00:00.000000',0x00000000000000000000000000000D01,'import','req-00000004','employee',0x00000000000000000000000000000E02,0x00000000000000000000000000000E02,'CREATED','{\"ranks\": {\"after\": \"III/a 2015-03-01\"}}',NULL);
CREATE TABLE change_sequence (
  `id` tinyint(4) NOT NULL,
  last_position bigint(20) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO change_sequence (id, last_position) VALUES (1,4);
CREATE TABLE client_scopes (
  client_row_id binary(16) NOT NULL,
  scope varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (client_row_id,scope),
  CONSTRAINT fk_client_scopes_client FOREIGN KEY (client_row_id) REFERENCES `clients` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO client_scopes (client_row_id, scope) VALUES (0x00000000000000000000000000000D02,'employees:read');
CREATE TABLE clients (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  client_id varchar(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` varchar(100) NOT NULL,
  secret_hash varchar(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  disabled tinyint(1) NOT NULL DEFAULT 0,
  updated_at datetime(3) NOT NULL DEFAULT current_timestamp(3),
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_clients_client_id (client_id),
  KEY ix_clients_agency (agency,client_id,`id`),
  KEY ix_clients_name (agency,`name`,`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO clients (id, agency, version, client_id, name, secret_hash, disabled, updated_at) VALUES (0x00000000000000000000000000000D02,'lama',0,'mesin-lama','Integrasi presensi','-',0,'2026-01-05 02:00:00.000');
CREATE TABLE employee_awards (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  employee_id binary(16) NOT NULL,
  `code` varchar(10) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `name` varchar(200) NOT NULL,
  granted_on date NOT NULL,
  decree_number varchar(100) DEFAULT NULL,
  decree_date date DEFAULT NULL,
  `source` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY ix_employee_awards (employee_id,granted_on),
  CONSTRAINT fk_employee_awards FOREIGN KEY (employee_id) REFERENCES employees (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employee_awards (id, agency, version, employee_id, code, name, granted_on, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001501,'lama',0,0x00000000000000000000000000000E01,NULL,'Satyalancana X','2015-08-17','71/TK','2015-08-04','LOCAL',NULL);
CREATE TABLE employee_credits (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  employee_id binary(16) NOT NULL,
  `level` varchar(20) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  position_title varchar(200) DEFAULT NULL,
  basis varchar(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  credit decimal(9,3) NOT NULL,
  decree_number varchar(100) DEFAULT NULL,
  decree_date date DEFAULT NULL,
  `source` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY ix_employee_credits (employee_id,starts_on),
  CONSTRAINT fk_employee_credits FOREIGN KEY (employee_id) REFERENCES employees (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employee_credits (id, agency, version, employee_id, level, position_title, basis, starts_on, ends_on, credit, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001701,'lama',0,0x00000000000000000000000000000E01,'JF_AHLI_MUDA',NULL,'CONVERSION','2019-01-01','2019-12-31',12.500,NULL,NULL,'LOCAL',NULL);
CREATE TABLE employee_disciplines (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  employee_id binary(16) NOT NULL,
  `level` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  penalty varchar(2) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  penalty_name varchar(200) DEFAULT NULL,
  starts_on date NOT NULL,
  ends_on date DEFAULT NULL,
  reason varchar(300) DEFAULT NULL,
  regulation varchar(60) DEFAULT NULL,
  cancelled_by varchar(100) DEFAULT NULL,
  cancelled_on date DEFAULT NULL,
  decree_number varchar(100) DEFAULT NULL,
  decree_date date DEFAULT NULL,
  `source` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY ix_employee_disciplines (employee_id,starts_on),
  CONSTRAINT fk_employee_disciplines FOREIGN KEY (employee_id) REFERENCES employees (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employee_disciplines (id, agency, version, employee_id, level, penalty, penalty_name, starts_on, ends_on, reason, regulation, cancelled_by, cancelled_on, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001601,'lama',0,0x00000000000000000000000000000E01,'SEDANG','S1',NULL,'2022-05-11','2022-11-10','Tidak masuk kerja',NULL,NULL,NULL,NULL,NULL,'LOCAL',NULL);
CREATE TABLE employee_educations (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  employee_id binary(16) NOT NULL,
  `level` varchar(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  field varchar(150) NOT NULL,
  institution varchar(200) DEFAULT NULL,
  graduated_on date NOT NULL,
  certificate_number varchar(100) DEFAULT NULL,
  front_titles varchar(50) DEFAULT NULL,
  back_titles varchar(100) DEFAULT NULL,
  at_appointment tinyint(1) NOT NULL DEFAULT 0,
  decree_number varchar(100) DEFAULT NULL,
  decree_date date DEFAULT NULL,
  `source` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY ix_employee_educations (employee_id,graduated_on),
  CONSTRAINT fk_employee_educations FOREIGN KEY (employee_id) REFERENCES employees (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employee_educations (id, agency, version, employee_id, level, field, institution, graduated_on, certificate_number, front_titles, back_titles, at_appointment, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001301,'lama',0,0x00000000000000000000000000000E01,'S1','Informatika','Universitas Contoh','2003-08-30',NULL,NULL,'S.Kom.',1,NULL,NULL,'LOCAL',NULL);
CREATE TABLE employee_identity_numbers (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  employee_id binary(16) NOT NULL,
  `number` varchar(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  starts_on date NOT NULL,
  ends_on date DEFAULT NULL,
  decree_number varchar(100) DEFAULT NULL,
  decree_date date DEFAULT NULL,
  `source` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_employee_identity_numbers (employee_id,`number`,starts_on),
  KEY ix_employee_identity_numbers_number (agency,`number`),
  CONSTRAINT fk_employee_identity_numbers FOREIGN KEY (employee_id) REFERENCES employees (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employee_identity_numbers (id, agency, version, employee_id, number, kind, starts_on, ends_on, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001001,'lama',0,0x00000000000000000000000000000E01,'198002292005012009','PNS','2005-01-01','2009-12-31',NULL,NULL,'LOCAL',NULL);
INSERT INTO employee_identity_numbers (id, agency, version, employee_id, number, kind, starts_on, ends_on, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001002,'lama',0,0x00000000000000000000000000000E01,'198002292005012001','PNS','2010-01-01',NULL,'823/9','2009-12-15','LOCAL',NULL);
CREATE TABLE employee_name_words (
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  word varchar(100) NOT NULL,
  employee_id binary(16) NOT NULL,
  PRIMARY KEY (agency,word,employee_id),
  KEY ix_employee_name_words_employee (employee_id),
  CONSTRAINT fk_employee_name_words_employee FOREIGN KEY (employee_id) REFERENCES employees (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employee_name_words (agency, word, employee_id) VALUES ('lama','sari',0x00000000000000000000000000000E01);
INSERT INTO employee_name_words (agency, word, employee_id) VALUES ('lama','widuri',0x00000000000000000000000000000E01);
INSERT INTO employee_name_words (agency, word, employee_id) VALUES ('lama','budi',0x00000000000000000000000000000E02);
INSERT INTO employee_name_words (agency, word, employee_id) VALUES ('lama','contoh',0x00000000000000000000000000000E02);
CREATE TABLE employee_positions (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  employee_id binary(16) NOT NULL,
  assignment varchar(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position_id binary(16) DEFAULT NULL,
  title varchar(200) NOT NULL,
  `level` varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  unit_id binary(16) DEFAULT NULL,
  unit_name varchar(200) DEFAULT NULL,
  starts_on date NOT NULL,
  ends_on date DEFAULT NULL,
  sworn_in_on date DEFAULT NULL,
  decree_number varchar(100) DEFAULT NULL,
  decree_date date DEFAULT NULL,
  `source` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY ix_employee_positions (employee_id,starts_on),
  KEY ix_employee_positions_held (agency,position_id,ends_on),
  KEY ix_employee_positions_unit (agency,unit_id,ends_on),
  KEY fk_employee_positions_position (position_id),
  KEY fk_employee_positions_unit (unit_id),
  CONSTRAINT fk_employee_positions FOREIGN KEY (employee_id) REFERENCES employees (`id`),
  CONSTRAINT fk_employee_positions_position FOREIGN KEY (position_id) REFERENCES positions (`id`),
  CONSTRAINT fk_employee_positions_unit FOREIGN KEY (unit_id) REFERENCES units (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employee_positions (id, agency, version, employee_id, assignment, position_id, title, level, unit_id, unit_name, starts_on, ends_on, sworn_in_on, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001201,'lama',1,0x00000000000000000000000000000E01,'DEFINITIVE',0x00000000000000000000000000000C02,'Pranata Komputer Ahli Muda','JF_AHLI_MUDA',0x00000000000000000000000000000B02,'Bidang Aplikasi','2017-01-01','2021-01-03',NULL,NULL,NULL,'LOCAL',NULL);
INSERT INTO employee_positions (id, agency, version, employee_id, assignment, position_id, title, level, unit_id, unit_name, starts_on, ends_on, sworn_in_on, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001202,'lama',0,0x00000000000000000000000000000E01,'DEFINITIVE',0x00000000000000000000000000000C01,'Kepala Bidang Aplikasi','ADMINISTRATOR',0x00000000000000000000000000000B02,'Bidang Aplikasi','2021-01-04',NULL,'2021-01-04',NULL,NULL,'LOCAL',NULL);
CREATE TABLE employee_ranks (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  employee_id binary(16) NOT NULL,
  rank_code varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  rank_order tinyint(4) NOT NULL,
  promotion_kind varchar(30) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  starts_on date NOT NULL,
  service_years tinyint(4) DEFAULT NULL,
  service_months tinyint(4) DEFAULT NULL,
  decree_number varchar(100) DEFAULT NULL,
  decree_date date DEFAULT NULL,
  `source` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_employee_ranks_start (employee_id,starts_on),
  CONSTRAINT fk_employee_ranks FOREIGN KEY (employee_id) REFERENCES employees (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employee_ranks (id, agency, version, employee_id, rank_code, rank_order, promotion_kind, starts_on, service_years, service_months, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001101,'lama',0,0x00000000000000000000000000000E01,'III/a',9,NULL,'2005-01-01',0,0,NULL,NULL,'LOCAL',NULL);
INSERT INTO employee_ranks (id, agency, version, employee_id, rank_code, rank_order, promotion_kind, starts_on, service_years, service_months, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001102,'lama',0,0x00000000000000000000000000000E01,'III/d',12,'REGULER','2019-04-01',14,3,NULL,NULL,'SIASN',NULL);
CREATE TABLE employee_trainings (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  employee_id binary(16) NOT NULL,
  form varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  programme varchar(10) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  `name` varchar(200) NOT NULL,
  provider varchar(200) DEFAULT NULL,
  certificate_number varchar(100) DEFAULT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  hours decimal(7,2) NOT NULL,
  decree_number varchar(100) DEFAULT NULL,
  decree_date date DEFAULT NULL,
  `source` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY ix_employee_trainings (employee_id,starts_on),
  CONSTRAINT fk_employee_trainings FOREIGN KEY (employee_id) REFERENCES employees (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employee_trainings (id, agency, version, employee_id, form, programme, name, provider, certificate_number, starts_on, ends_on, hours, decree_number, decree_date, source, siasn_id) VALUES (0x00000000000000000000000000001401,'lama',0,0x00000000000000000000000000000E01,'KL_TEKNIS',NULL,'Analisis Data',NULL,NULL,'2018-05-01','2018-05-05',40.50,NULL,NULL,'LOCAL',NULL);
CREATE TABLE employees (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  identity_number varchar(18) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind varchar(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `status` varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` varchar(100) NOT NULL,
  front_titles varchar(50) DEFAULT NULL,
  back_titles varchar(100) DEFAULT NULL,
  birth_place varchar(100) DEFAULT NULL,
  birth_date date NOT NULL,
  sex char(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  religion varchar(20) DEFAULT NULL,
  marital_status varchar(20) DEFAULT NULL,
  email varchar(150) DEFAULT NULL,
  official_email varchar(150) DEFAULT NULL,
  nik_sealed varbinary(200) DEFAULT NULL,
  nik_index binary(32) DEFAULT NULL,
  npwp_sealed varbinary(200) DEFAULT NULL,
  address_sealed varbinary(2000) DEFAULT NULL,
  phone_sealed varbinary(200) DEFAULT NULL,
  first_appointment_on date NOT NULL,
  permanent_on date DEFAULT NULL,
  unit_id binary(16) DEFAULT NULL,
  unit_name varchar(200) DEFAULT NULL,
  position_id binary(16) DEFAULT NULL,
  position_title varchar(200) DEFAULT NULL,
  position_level varchar(20) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  position_since date DEFAULT NULL,
  leads_unit tinyint(1) NOT NULL DEFAULT 0,
  rank_code varchar(6) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  rank_order tinyint(4) NOT NULL DEFAULT 0,
  rank_since date DEFAULT NULL,
  education_level varchar(4) CHARACTER SET ascii COLLATE ascii_bin DEFAULT NULL,
  education_name varchar(150) DEFAULT NULL,
  retirement_on date NOT NULL DEFAULT '9999-12-31',
  next_change_on date DEFAULT NULL,
  `source` varchar(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  updated_at datetime(3) NOT NULL,
  retirement_rules varchar(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_employees_identity (agency,identity_number),
  KEY ix_employees_name (agency,`name`,`id`),
  KEY ix_employees_nation (`name`,`id`),
  KEY ix_employees_unit (agency,unit_id,`name`,`id`),
  KEY ix_employees_level (agency,position_level,`name`,`id`),
  KEY ix_employees_position (agency,position_id,`name`,`id`),
  KEY ix_employees_status (agency,`status`,`name`,`id`),
  KEY ix_employees_retirement (agency,retirement_on,`id`),
  KEY ix_employees_nik (agency,nik_index),
  KEY ix_employees_siasn (agency,siasn_id),
  KEY ix_employees_next_change (next_change_on),
  KEY fk_employees_unit (unit_id),
  KEY fk_employees_position (position_id),
  KEY ix_employees_retirement_rules (agency,retirement_rules),
  KEY ix_employees_rank (agency,rank_code,`name`,`id`),
  KEY ix_employees_kind (agency,kind,`name`,`id`),
  KEY ix_employees_agency (agency,`id`),
  CONSTRAINT fk_employees_agency FOREIGN KEY (agency) REFERENCES agencies (`code`),
  CONSTRAINT fk_employees_position FOREIGN KEY (position_id) REFERENCES positions (`id`),
  CONSTRAINT fk_employees_unit FOREIGN KEY (unit_id) REFERENCES units (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO employees (id, agency, version, identity_number, kind, status, name, front_titles, back_titles, birth_place, birth_date, sex, religion, marital_status, email, official_email, nik_sealed, nik_index, npwp_sealed, address_sealed, phone_sealed, first_appointment_on, permanent_on, unit_id, unit_name, position_id, position_title, position_level, position_since, leads_unit, rank_code, rank_order, rank_since, education_level, education_name, retirement_on, next_change_on, source, siasn_id, updated_at, retirement_rules) VALUES (0x00000000000000000000000000000E01,'lama',4,'198002292005012001','PNS','ACTIVE','Sari Widuri',NULL,'S.Kom.',NULL,'1980-02-29','F','ISLAM',NULL,NULL,NULL,0x0464656D6F0102030405060708,0x0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A,NULL,NULL,NULL,'2005-01-01','2006-02-01',0x00000000000000000000000000000B02,'Bidang Aplikasi',0x00000000000000000000000000000C01,'Kepala Bidang Aplikasi','ADMINISTRATOR','2021-01-04',1,'III/d',12,'2019-04-01','S2','Ilmu Pemerintahan','2038-03-01',NULL,'LOCAL',NULL,'2026-01-05 02:00:00.000','PP_11_2017');
INSERT INTO employees (id, agency, version, identity_number, kind, status, name, front_titles, back_titles, birth_place, birth_date, sex, religion, marital_status, email, official_email, nik_sealed, nik_index, npwp_sealed, address_sealed, phone_sealed, first_appointment_on, permanent_on, unit_id, unit_name, position_id, position_title, position_level, position_since, leads_unit, rank_code, rank_order, rank_since, education_level, education_name, retirement_on, next_change_on, source, siasn_id, updated_at, retirement_rules) VALUES (0x00000000000000000000000000000E02,'lama',0,'199001012015031002','PNS','ACTIVE','Budi Contoh',NULL,NULL,NULL,'1990-01-01','M',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2015-03-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,NULL,NULL,NULL,'2048-02-01',NULL,'IMPORT',NULL,'2026-01-05 02:00:00.000','');
INSERT INTO employees (id, agency, version, identity_number, kind, status, name, front_titles, back_titles, birth_place, birth_date, sex, religion, marital_status, email, official_email, nik_sealed, nik_index, npwp_sealed, address_sealed, phone_sealed, first_appointment_on, permanent_on, unit_id, unit_name, position_id, position_title, position_level, position_since, leads_unit, rank_code, rank_order, rank_since, education_level, education_name, retirement_on, next_change_on, source, siasn_id, updated_at, retirement_rules) VALUES (0x00000000000000000000000000000E03,'lain',0,'198002292005012001','PNS','ACTIVE','Sari di Tempat Lain',NULL,NULL,NULL,'1980-02-29','F',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'2005-01-01',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,NULL,0,NULL,NULL,NULL,'2038-03-01',NULL,'SIASN',NULL,'2026-01-05 02:00:00.000','');
CREATE TABLE flyway_schema_history (
  installed_rank int(11) NOT NULL,
  version varchar(50) DEFAULT NULL,
  description varchar(200) NOT NULL,
  `type` varchar(20) NOT NULL,
  script varchar(1000) NOT NULL,
  `checksum` int(11) DEFAULT NULL,
  installed_by varchar(100) NOT NULL,
  installed_on timestamp NOT NULL DEFAULT current_timestamp(),
  execution_time int(11) NOT NULL,
  success tinyint(1) NOT NULL,
  PRIMARY KEY (installed_rank),
  KEY flyway_schema_history_s_idx (success)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (1,'0001','ground','SQL','V0001__ground.sql',1214408887,'root','2026-11-28 11:57:46',41,1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (2,'0002','identity','SQL','V0002__identity.sql',590999953,'root','2026-11-28 11:57:46',57,1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (3,'0003','registers','SQL','V0003__registers.sql',1968440911,'root','2026-11-28 11:57:46',105,1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (4,'0004','organisation','SQL','V0004__organisation.sql',1236254763,'root','2026-11-28 11:57:47',16,1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (5,'0040','imports','SQL','V0040__imports.sql',993673877,'root','2026-11-28 11:57:47',6,1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (6,'1010','rule sets','SQL','V1010__rule_sets.sql',-1825970647,'root','2026-11-28 11:57:47',15,1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (7,'1020','retirement rules','SQL','V1020__retirement_rules.sql',513330892,'root','2026-11-28 11:57:47',19,1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (8,'1030','employee list indexes','SQL','V1030__employee_list_indexes.sql',1848473239,'root','2026-11-28 11:57:47',8,1);
INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) VALUES (9,'1040','simulations','SQL','V1040__simulations.sql',-1103846509,'root','2026-11-28 11:57:47',16,1);
CREATE TABLE idempotency_keys (
  account_id binary(16) NOT NULL,
  idempotency_key varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request_hash binary(32) NOT NULL,
  created_at datetime(3) NOT NULL,
  `status` smallint(6) NOT NULL DEFAULT 0,
  location varchar(300) DEFAULT NULL,
  version bigint(20) DEFAULT NULL,
  `body` mediumblob DEFAULT NULL,
  PRIMARY KEY (account_id,idempotency_key),
  KEY ix_idempotency_keys_age (created_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
INSERT INTO idempotency_keys (account_id, idempotency_key, request_hash, created_at, status, location, version, body) VALUES (0x00000000000000000000000000000D01,'kunci-1',0x0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D0D,'2026-01-05 02:00:00.000',204,NULL,NULL,'');
CREATE TABLE job_inputs (
  job_id binary(16) NOT NULL,
  part int(11) NOT NULL,
  content mediumblob NOT NULL,
  PRIMARY KEY (job_id,part),
  CONSTRAINT fk_job_inputs_job FOREIGN KEY (job_id) REFERENCES jobs (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO job_inputs (job_id, part, content) VALUES (0x00000000000000000000000000001902,0,0x0464656D6F0A0B0C);
CREATE TABLE job_problems (
  job_id binary(16) NOT NULL,
  `number` int(11) NOT NULL,
  line bigint(20) NOT NULL,
  field varchar(100) DEFAULT NULL,
  `value` varchar(200) DEFAULT NULL,
  `code` varchar(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  figures longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(figures)),
  PRIMARY KEY (job_id,`number`),
  CONSTRAINT fk_job_problems_job FOREIGN KEY (job_id) REFERENCES jobs (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO job_problems (job_id, number, line, field, value, code, figures) VALUES (0x00000000000000000000000000001901,1,3,'nip_baru','199001012015031','NUMBER_LENGTH','[]');
CREATE TABLE jobs (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  kind varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `status` varchar(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ordered_by binary(16) NOT NULL,
  settings longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(settings)),
  done bigint(20) NOT NULL DEFAULT 0,
  total bigint(20) NOT NULL DEFAULT 0,
  outcome longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL CHECK (json_valid(outcome)),
  created_at datetime(3) NOT NULL,
  started_at datetime(3) DEFAULT NULL,
  ended_at datetime(3) DEFAULT NULL,
  claimed_by binary(16) DEFAULT NULL,
  claimed_until datetime(3) DEFAULT NULL,
  attempts smallint(6) NOT NULL DEFAULT 0,
  resume_at bigint(20) NOT NULL DEFAULT 0,
  problem_count bigint(20) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  KEY ix_jobs_agency (agency,kind,`id`),
  KEY ix_jobs_open (`status`,claimed_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO jobs (id, agency, version, kind, status, ordered_by, settings, done, total, outcome, created_at, started_at, ended_at, claimed_by, claimed_until, attempts, resume_at, problem_count) VALUES (0x00000000000000000000000000001901,'lama',3,'employees','SUCCEEDED',0x00000000000000000000000000000D01,'{\"dryRun\": false, \"partial\": true}',2,2,'{\"created\": 1, \"updated\": 0, \"unchanged\": 0, \"failed\": 1}','2026-01-05 03:00:00.000','2026-01-05 03:00:01.000','2026-01-05 03:00:05.000',NULL,NULL,1,2,1);
INSERT INTO jobs (id, agency, version, kind, status, ordered_by, settings, done, total, outcome, created_at, started_at, ended_at, claimed_by, claimed_until, attempts, resume_at, problem_count) VALUES (0x00000000000000000000000000001902,'lama',0,'employees','QUEUED',0x00000000000000000000000000000D01,'{\"dryRun\": true, \"partial\": false}',0,0,NULL,'2026-01-05 04:00:00.000',NULL,NULL,NULL,NULL,0,0,0);
INSERT INTO jobs (id, agency, version, kind, status, ordered_by, settings, done, total, outcome, created_at, started_at, ended_at, claimed_by, claimed_until, attempts, resume_at, problem_count) VALUES (0x00000000000000000000000000001903,'lama',2,'simulation','SUCCEEDED',0x00000000000000000000000000000D01,'{}',1,1,'{\"created\": 0, \"updated\": 1, \"unchanged\": 0, \"failed\": 0}','2026-01-05 05:00:00.000','2026-01-05 05:00:01.000','2026-01-05 05:00:05.000',NULL,NULL,1,0,0);
CREATE TABLE positions (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  unit_id binary(16) NOT NULL,
  `code` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` varchar(200) NOT NULL,
  `level` varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  job_class tinyint(4) DEFAULT NULL,
  retirement_age tinyint(4) DEFAULT NULL,
  headcount smallint(6) NOT NULL,
  leads_unit tinyint(1) NOT NULL DEFAULT 0,
  closed_on date DEFAULT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_positions_code (agency,`code`),
  KEY ix_positions_name (agency,`name`,`id`),
  KEY ix_positions_unit (agency,unit_id,`name`,`id`),
  KEY ix_positions_level (agency,`level`,`name`,`id`),
  KEY ix_positions_siasn (agency,siasn_id),
  KEY fk_positions_unit (unit_id),
  CONSTRAINT fk_positions_unit FOREIGN KEY (unit_id) REFERENCES units (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO positions (id, agency, version, unit_id, code, name, level, job_class, retirement_age, headcount, leads_unit, closed_on, siasn_id) VALUES (0x00000000000000000000000000000C01,'lama',0,0x00000000000000000000000000000B02,'KABID','Kepala Bidang Aplikasi','ADMINISTRATOR',NULL,NULL,1,1,NULL,NULL);
INSERT INTO positions (id, agency, version, unit_id, code, name, level, job_class, retirement_age, headcount, leads_unit, closed_on, siasn_id) VALUES (0x00000000000000000000000000000C02,'lama',2,0x00000000000000000000000000000B02,'PK','Pranata Komputer Ahli Muda','JF_AHLI_MUDA',NULL,NULL,2,0,NULL,NULL);
CREATE TABLE refresh_tokens (
  `id` binary(16) NOT NULL,
  token_hash binary(32) NOT NULL,
  family_id binary(16) NOT NULL,
  account_id binary(16) NOT NULL,
  issued_at datetime(3) NOT NULL,
  expires_at datetime(3) NOT NULL,
  rotated_at datetime(3) DEFAULT NULL,
  revoked_at datetime(3) DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_refresh_tokens_hash (token_hash),
  KEY ix_refresh_tokens_family (family_id,`id`),
  KEY ix_refresh_tokens_account (account_id,revoked_at),
  KEY ix_refresh_tokens_expiry (expires_at),
  CONSTRAINT fk_refresh_tokens_account FOREIGN KEY (account_id) REFERENCES `accounts` (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO refresh_tokens (id, token_hash, family_id, account_id, issued_at, expires_at, rotated_at, revoked_at) VALUES (0x00000000000000000000000000000D03,0x0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C,0x00000000000000000000000000000D04,0x00000000000000000000000000000D01,'2026-01-05 02:00:00.000','2026-02-04 02:00:00.000',NULL,NULL);
CREATE TABLE shedlock (
  `name` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lock_until timestamp(3) NOT NULL,
  locked_at timestamp(3) NOT NULL DEFAULT current_timestamp(3),
  locked_by varchar(255) NOT NULL,
  PRIMARY KEY (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE siasn_rows (
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  employee_id binary(16) NOT NULL,
  kind varchar(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  `raw` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`raw`)),
  `checksum` binary(32) NOT NULL,
  fetched_at datetime(3) NOT NULL,
  PRIMARY KEY (employee_id,kind,siasn_id),
  KEY ix_siasn_rows_agency (agency,kind),
  CONSTRAINT fk_siasn_rows_employee FOREIGN KEY (employee_id) REFERENCES employees (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO siasn_rows (agency, employee_id, kind, siasn_id, raw, checksum, fetched_at) VALUES ('lama',0x00000000000000000000000000000E01,'rw-golongan','A8ACA7F0','{\"golongan\": \"III/d\"}',0x0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B0B,'2026-01-04 02:00:00.000');
CREATE TABLE sign_in_attempts (
  name_hash binary(32) NOT NULL,
  failures smallint(6) NOT NULL,
  last_attempt_at datetime(3) NOT NULL,
  locked_until datetime(3) DEFAULT NULL,
  PRIMARY KEY (name_hash),
  KEY ix_sign_in_attempts_age (last_attempt_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE simulation_changes (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  simulation_id binary(16) NOT NULL,
  employee_id binary(16) NOT NULL,
  current_result longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(current_result)),
  draft_result longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(draft_result)),
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_simulation_changes (simulation_id,employee_id),
  KEY ix_simulation_changes_employee (employee_id),
  CONSTRAINT fk_simulation_changes_employee FOREIGN KEY (employee_id) REFERENCES employees (`id`) ON DELETE CASCADE,
  CONSTRAINT fk_simulation_changes_simulation FOREIGN KEY (simulation_id) REFERENCES simulations (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO simulation_changes (id, agency, version, simulation_id, employee_id, current_result, draft_result) VALUES (0x00000000000000000000000000001C01,'lama',0,0x00000000000000000000000000001903,0x00000000000000000000000000000E01,'{\"hours\": 40}','{\"hours\": 32}');
CREATE TABLE simulations (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  kind varchar(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  as_of date NOT NULL,
  current_document mediumtext NOT NULL,
  draft_document mediumtext NOT NULL,
  reached binary(16) DEFAULT NULL,
  PRIMARY KEY (`id`),
  KEY ix_simulations_kind (agency,kind,`id`),
  CONSTRAINT fk_simulations_job FOREIGN KEY (`id`) REFERENCES jobs (`id`) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO simulations (id, agency, version, kind, as_of, current_document, draft_document, reached) VALUES (0x00000000000000000000000000001903,'lama',0,'LEARNING_HOURS','2026-01-05','{\"version\": \"LAN_10_2018\"}','{\"version\": \"LAMA_2027\"}',0x00000000000000000000000000000E02);
CREATE TABLE unit_ancestors (
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ancestor_id binary(16) NOT NULL,
  unit_id binary(16) NOT NULL,
  depth smallint(6) NOT NULL,
  PRIMARY KEY (ancestor_id,unit_id),
  KEY ix_unit_ancestors_unit (unit_id,depth),
  KEY ix_unit_ancestors_depth (ancestor_id,depth,unit_id),
  CONSTRAINT fk_unit_ancestors_ancestor FOREIGN KEY (ancestor_id) REFERENCES units (`id`),
  CONSTRAINT fk_unit_ancestors_unit FOREIGN KEY (unit_id) REFERENCES units (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
INSERT INTO unit_ancestors (agency, ancestor_id, unit_id, depth) VALUES ('lama',0x00000000000000000000000000000B01,0x00000000000000000000000000000B01,0);
INSERT INTO unit_ancestors (agency, ancestor_id, unit_id, depth) VALUES ('lama',0x00000000000000000000000000000B01,0x00000000000000000000000000000B02,1);
INSERT INTO unit_ancestors (agency, ancestor_id, unit_id, depth) VALUES ('lama',0x00000000000000000000000000000B02,0x00000000000000000000000000000B02,0);
CREATE TABLE unit_placements (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  unit_id binary(16) NOT NULL,
  parent_id binary(16) DEFAULT NULL,
  starts_on date NOT NULL,
  ends_on date DEFAULT NULL,
  decree_number varchar(100) DEFAULT NULL,
  decree_date date DEFAULT NULL,
  applied tinyint(1) NOT NULL DEFAULT 1,
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_unit_placements_start (unit_id,starts_on),
  KEY ix_unit_placements_agency (agency,starts_on),
  KEY ix_unit_placements_pending (applied,starts_on),
  KEY ix_unit_placements_parent (parent_id,ends_on),
  CONSTRAINT fk_unit_placements_parent FOREIGN KEY (parent_id) REFERENCES units (`id`),
  CONSTRAINT fk_unit_placements_unit FOREIGN KEY (unit_id) REFERENCES units (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO unit_placements (id, agency, version, unit_id, parent_id, starts_on, ends_on, decree_number, decree_date, applied) VALUES (0x00000000000000000000000000000B11,'lama',0,0x00000000000000000000000000000B01,NULL,'2017-01-01',NULL,NULL,NULL,1);
INSERT INTO unit_placements (id, agency, version, unit_id, parent_id, starts_on, ends_on, decree_number, decree_date, applied) VALUES (0x00000000000000000000000000000B12,'lama',0,0x00000000000000000000000000000B02,NULL,'2017-01-01','2019-12-31',NULL,NULL,1);
INSERT INTO unit_placements (id, agency, version, unit_id, parent_id, starts_on, ends_on, decree_number, decree_date, applied) VALUES (0x00000000000000000000000000000B13,'lama',0,0x00000000000000000000000000000B02,0x00000000000000000000000000000B01,'2020-01-01',NULL,'060/1','2019-12-20',1);
CREATE TABLE units (
  `id` binary(16) NOT NULL,
  agency varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version bigint(20) NOT NULL DEFAULT 0,
  `code` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `name` varchar(200) NOT NULL,
  kind varchar(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  parent_id binary(16) DEFAULT NULL,
  opened_on date NOT NULL,
  closed_on date DEFAULT NULL,
  siasn_id varchar(42) CHARACTER SET ascii COLLATE ascii_general_ci DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY uk_units_code (agency,`code`),
  KEY ix_units_name (agency,`name`,`id`),
  KEY ix_units_parent (agency,parent_id,`name`,`id`),
  KEY ix_units_siasn (agency,siasn_id),
  KEY fk_units_parent (parent_id),
  CONSTRAINT fk_units_agency FOREIGN KEY (agency) REFERENCES agencies (`code`),
  CONSTRAINT fk_units_parent FOREIGN KEY (parent_id) REFERENCES units (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO units (id, agency, version, code, name, kind, parent_id, opened_on, closed_on, siasn_id) VALUES (0x00000000000000000000000000000B01,'lama',1,'D','Dinas Kominfo','DINAS',NULL,'2017-01-01',NULL,NULL);
INSERT INTO units (id, agency, version, code, name, kind, parent_id, opened_on, closed_on, siasn_id) VALUES (0x00000000000000000000000000000B02,'lama',0,'D.1','Bidang Aplikasi','BIDANG',0x00000000000000000000000000000B01,'2017-01-01',NULL,NULL);
set foreign_key_checks = 1;
