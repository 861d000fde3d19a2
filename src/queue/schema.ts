// The queue's tables, and the statements on them.

/**
 * `reviewed` is 1 when the subject was really reviewed; `due` and `changed` are milliseconds since 1970. A payload lies by
 * itself, so that a change of state does not write it again, and goes when its delivery has ended. One connection owns the file, so that a second process is refused and a dead one leaves no lock.
 */
export const OPEN = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS delivery (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    event TEXT NOT NULL,
    lane TEXT,
    subject TEXT,
    at INTEGER,
    state TEXT NOT NULL CHECK (state IN ('received', 'running', 'done', 'failed')),
    reviewed INTEGER NOT NULL DEFAULT 0,
    attempt INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL,
    changed INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS payload (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS delivery_state ON delivery (state, seq);
  CREATE INDEX IF NOT EXISTS delivery_lane ON delivery (lane, state);
  UPDATE delivery SET state = 'received' WHERE state = 'running';
`;

export const FIND = 'SELECT state FROM delivery WHERE id = ?';

export const NEWEST = 'SELECT max(seq) AS seq FROM delivery';

export const PUT = `
  INSERT INTO delivery (id, event, lane, subject, at, state, due, changed)
  VALUES (:id, :event, :lane, :subject, :at, :state, :now, :now)
  ON CONFLICT (id) DO UPDATE SET state = :state, attempt = 0, due = :now, changed = :now`;

export const PUT_PAYLOAD = 'INSERT INTO payload (id, text) VALUES (?, ?)';

export const LATEST = 'SELECT max(at) AS at FROM delivery WHERE lane = ? AND id <> ?';

/** `attempt` above 0: it may have left something behind. */
export const WAITING = "SELECT id, attempt FROM delivery WHERE lane = ? AND state = 'received' AND subject <> ?";

export const HASTEN = 'UPDATE delivery SET due = :now WHERE id = :id';

/** `overtaken`: it was begun, and a newer subject of its lane came that is no late one. */
export const NEXT = `
  SELECT id, event, lane, subject, attempt,
    attempt > 0 AND EXISTS (
      SELECT 1 FROM delivery AS newer
      WHERE newer.lane = one.lane AND newer.seq > one.seq AND newer.subject <> one.subject
        AND NOT (newer.state = 'done' AND newer.attempt = 0)
    ) AS overtaken
  FROM delivery AS one
  WHERE state = 'received' AND due <= ?
    AND NOT EXISTS (SELECT 1 FROM delivery WHERE lane = one.lane AND state = 'running')
  ORDER BY seq LIMIT 1`;

export const LAST_BEGUN = `
  SELECT subject, reviewed FROM delivery WHERE lane = ? AND subject IS NOT NULL AND attempt > 0
  ORDER BY changed DESC, seq DESC LIMIT 1`;

export const BEGIN = "UPDATE delivery SET state = 'running', attempt = attempt + 1, changed = :now WHERE id = :id";

export const PAYLOAD = 'SELECT text FROM payload WHERE id = ?';

export const END = 'UPDATE delivery SET state = :state, reviewed = :reviewed, changed = :now WHERE id = :id';

export const DROP_PAYLOAD = 'DELETE FROM payload WHERE id = ?';

export const AGAIN = "UPDATE delivery SET state = 'received', due = :due, changed = :now WHERE id = :id";

export const DUE = "SELECT min(due) AS due FROM delivery WHERE state = 'received' AND due > ?";

export const PRUNE = "DELETE FROM delivery WHERE state IN ('done', 'failed') AND changed < ?";
