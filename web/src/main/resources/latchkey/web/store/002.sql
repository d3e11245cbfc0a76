ALTER TABLE cases ADD COLUMN owner TEXT NOT NULL DEFAULT 'local';
ALTER TABLE cases ADD COLUMN team_reads INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN keep_days INTEGER;
ALTER TABLE uploads ADD COLUMN owner TEXT NOT NULL DEFAULT 'local';
CREATE INDEX cases_by_owner ON cases (owner);
CREATE INDEX cases_by_end ON cases (finished);
CREATE TABLE people (
    id TEXT PRIMARY KEY,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    name TEXT NOT NULL,
    mail TEXT NOT NULL,
    UNIQUE (issuer, subject)
);
CREATE TABLE case_members (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    writes INTEGER NOT NULL,
    PRIMARY KEY (case_id, person)
);
CREATE INDEX case_members_by_person ON case_members (person);
CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    expires BIGINT NOT NULL
);
CREATE TABLE home (
    id TEXT NOT NULL
);
