// Runs a job that never ends, as an App does, until somebody kills this process. Arguments: image, instance.
import { dockerRunner } from '../../src/job/docker.ts';
import { snapshotOf } from '../job/snapshot.ts';

const [image = '', instance = ''] = process.argv.slice(2);
await dockerRunner({ rules: [], image, instance, env: process.env }).run(snapshotOf({ a: 'spin' }));
