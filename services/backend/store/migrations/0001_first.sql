-- Version 1: kiosks, forms as published, cases, help calls. Never edited once released; the next change is 0002.
CREATE TABLE kiosks (
  id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,             -- as its PUBFILE has it, one line of base64
  registered_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE form_versions (            -- every version ever published; rows are never changed
  form TEXT NOT NULL,
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,                 -- SHA-256 of the form's meaning, blind to its layout
  source TEXT NOT NULL,                 -- the JSON of config/forms
  published_ms INTEGER NOT NULL,
  PRIMARY KEY (form, version)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE case_events (
  id INTEGER PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL
) STRICT;
CREATE INDEX case_events_by_case ON case_events (case_id, id);

CREATE TABLE help_calls (
  id TEXT PRIMARY KEY,
  kiosk TEXT NOT NULL REFERENCES kiosks (id),
  called_ms INTEGER NOT NULL,
  acknowledged_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX help_calls_by_time ON help_calls (called_ms);
