-- What version 1 of the schema left on disk. Never changed: released databases look like this.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE kiosks (
  id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,             -- as its PUBFILE has it, one line of base64
  registered_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO kiosks VALUES('kiosk-1','key',1);
CREATE TABLE form_versions (            -- every version ever published; rows are never changed
  form TEXT NOT NULL,
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,                 -- SHA-256 of the form's meaning, blind to its layout
  source TEXT NOT NULL,                 -- the JSON of config/forms
  published_ms INTEGER NOT NULL,
  PRIMARY KEY (form, version)
) STRICT, WITHOUT ROWID;
INSERT INTO form_versions VALUES('fault_report',1,'d1','{}',1);
CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  submission_id TEXT NOT NULL UNIQUE,   -- the idempotency key
  digest TEXT NOT NULL,                 -- of the request body that registered it
  reference TEXT NOT NULL UNIQUE,
  access_code_hash TEXT NOT NULL,       -- the code itself is known to the visitor alone
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  form TEXT NOT NULL,
  form_version INTEGER NOT NULL,
  language TEXT NOT NULL,
  created_ms INTEGER NOT NULL,          -- at the kiosk; counts as the time of arrival
  received_ms INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('registered')),
  answers TEXT NOT NULL,                -- JSON; personal data
  receipt TEXT NOT NULL,                -- the signed JSON, given again byte for byte
  FOREIGN KEY (form, form_version) REFERENCES form_versions (form, version)
) STRICT;
INSERT INTO cases VALUES(1,'id-1','digest-1','SC-1','hash','kiosk-1','fault_report',1,'sv',901,1001,'registered','{"location":["Storgatan 12"]}','receipt-1');
CREATE TABLE case_events (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL
) STRICT;
INSERT INTO case_events VALUES(1,1,1001,'registered');
CREATE TABLE help_calls (
  id TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  called_ms INTEGER NOT NULL,
  acknowledged_ms INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO help_calls VALUES('call-1','kiosk-1',20,NULL);
CREATE INDEX case_events_by_case ON case_events (case_id, id);
CREATE INDEX help_calls_by_time ON help_calls (called_ms);
COMMIT;
PRAGMA user_version = 1;
