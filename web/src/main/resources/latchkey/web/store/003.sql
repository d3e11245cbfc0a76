ALTER TABLE cases ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;
CREATE TABLE trainings (
    case_id TEXT PRIMARY KEY,
    scenario TEXT NOT NULL,
    title TEXT NOT NULL,
    seed BIGINT NOT NULL,
    variant TEXT NOT NULL,
    cause TEXT,
    outcome TEXT NOT NULL,
    reason TEXT,
    answer TEXT,
    answered BIGINT,
    person TEXT
);
CREATE INDEX trainings_by_person ON trainings (person);
