CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    status TEXT NOT NULL,
    created BIGINT NOT NULL,
    finished BIGINT,
    outcome TEXT,
    cause TEXT,
    headline TEXT,
    machine TEXT,
    failure TEXT,
    keeps_originals INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    bytes BIGINT NOT NULL
);
CREATE INDEX cases_by_time ON cases (created);
CREATE INDEX cases_by_state ON cases (state);
CREATE TABLE case_inputs (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (case_id, ordinal)
);
CREATE TABLE case_results (
    case_id TEXT PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
    report TEXT NOT NULL,
    masked TEXT NOT NULL,
    extras TEXT NOT NULL
);
CREATE TABLE case_files (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    line_count BIGINT NOT NULL,
    PRIMARY KEY (case_id, name)
);
CREATE INDEX case_files_by_hash ON case_files (hash);
CREATE TABLE case_tags (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (case_id, tag)
);
CREATE TABLE case_notes (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at BIGINT NOT NULL,
    author TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (case_id, seq)
);
CREATE TABLE case_activity (
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (case_id, seq)
);
CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    created BIGINT NOT NULL
);
