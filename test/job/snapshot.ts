// Snapshots for tests of jobs.
import type { Snapshot } from '../../src/model.ts';

/** A change of these files, all under review, all new. */
export function snapshotOf(files: Readonly<Record<string, string>>): Snapshot {
  return {
    of: 'octo/shop#12',
    reviewed: Object.keys(files),
    head: Object.entries(files).map(([path, text]) => ({ path, text, bom: false })),
    base: [],
    touched: null,
    tree: null,
    settings: {
      preset: 'recommended',
      rules: {},
      ignore: [],
      dockerfiles: [],
      composeFiles: [],
      failOn: 'warning',
      maxComments: 15,
      ignoreComments: true,
    },
    today: '2026-11-21',
    notices: [],
  };
}

/** Real mistakes in a Dockerfile and a Compose file, with characters of one to four bytes. */
export const shop: Snapshot = snapshotOf({
  Dockerfile: '# é 👩‍🚀\nFROM node\nRUN sudo apt-get install curl\nADD . /app\nWORKDIR app\nCMD node server.js\n',
  'compose.yaml':
    'version: "3"\nservices:\n  web:\n    build: .\n    privileged: true\n    ports: [80:80]\n  db:\n    image: postgres\n',
});
