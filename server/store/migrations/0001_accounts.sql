-- Times are microseconds since 1970, UTC; days are yyyymmdd.

CREATE TABLE account (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,          -- case folded
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  password TEXT NOT NULL,                  -- Argon2id, in libsodium's notation
  is_active INTEGER NOT NULL DEFAULT 1,
  tokens_from INTEGER NOT NULL DEFAULT 0,  -- tokens issued before this are void
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE profile (
  account INTEGER PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  purpose TEXT,
  organization TEXT
) STRICT;

CREATE TABLE api_key (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL UNIQUE,
  hash BLOB NOT NULL,                      -- of the whole key
  created INTEGER NOT NULL,
  expiry INTEGER
) STRICT;

CREATE INDEX api_key_account ON api_key (account, id);

-- Metered calls that were answered well.
CREATE TABLE call (
  account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  route TEXT NOT NULL,                     -- the canonical path
  day INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (account, route, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE login_failure (
  address BLOB PRIMARY KEY,                -- a hash: what was typed may be anything
  failures INTEGER NOT NULL,
  last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
