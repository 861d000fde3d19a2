// Makes and changes check runs, with the rules that GitHub's description leaves out.
import { nextId, register } from './ids.ts';
import { isoDate } from './objects.ts';
import { validationFailed } from './problem.ts';
import { checkRunShape, checkSuiteShape } from './shapes/check.ts';
import type { Annotation, CheckRun, CheckSuite, Fields, Repository, World } from './world.ts';
import type { Bot } from './world-app.ts';

const MOST_BYTES = 64 * 1024;
const MOST_TITLE = 255;

function refuseAnnotation(at: number, message: string): never {
  throw validationFailed({
    resource: 'CheckRun',
    code: 'custom',
    field: 'annotations',
    message: `annotations[${at}]: ${message}`,
  });
}

function annotation(given: Fields, at: number): Annotation {
  const found = { title: null, raw_details: null, start_column: null, end_column: null, ...given } as unknown as Annotation;
  if (found.path === '') refuseAnnotation(at, 'path is missing');
  if (found.start_line < 1 || found.end_line < found.start_line)
    refuseAnnotation(at, 'start_line must be at least 1 and not after end_line');
  if ((found.start_column !== null || found.end_column !== null) && found.start_line !== found.end_line)
    refuseAnnotation(at, 'columns are only allowed where start_line and end_line are equal');
  if (found.message === '' || Buffer.byteLength(found.message) > MOST_BYTES)
    refuseAnnotation(at, 'message must have 1 to 65536 bytes');
  if (found.title !== null && found.title.length > MOST_TITLE)
    refuseAnnotation(at, `title is too long (maximum is ${MOST_TITLE} characters)`);
  if (found.raw_details !== null && Buffer.byteLength(found.raw_details) > MOST_BYTES)
    refuseAnnotation(at, 'raw_details is too long');
  return found;
}

function suiteOf(world: World, repository: Repository, bot: Bot, headSha: string): CheckSuite {
  const known = [...repository.checkSuites.values()].find((suite) => suite.bot === bot && suite.headSha === headSha);
  if (known) return known;
  const suite = register<CheckSuite>(world, 'CheckSuite', 'CS', { repository, headSha, bot, createdAt: isoDate(Date.now()) });
  repository.checkSuites.set(suite.id, suite);
  return suite;
}

/** The suite that GitHub makes for the App on every push. */
export function requestedSuite(world: World, repository: Repository, headSha: string): CheckSuite {
  return suiteOf(world, repository, world.app, headSha);
}

/** Changes a run by the body of a create or update request; nothing changes when it is refused. */
function change(run: CheckRun, body: Fields): void {
  const text = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
  const output = body.output as Fields | undefined;
  const annotations = ((output?.annotations ?? []) as Fields[]).map(annotation);
  const conclusion = text('conclusion') ?? (text('completed_at') || text('status') === 'completed' ? run.conclusion : null);
  const completes = text('conclusion') !== undefined || text('completed_at') !== undefined || text('status') === 'completed';
  if (completes && conclusion === null)
    throw validationFailed({ resource: 'CheckRun', code: 'missing_field', field: 'conclusion' });
  if (conclusion === 'stale') throw validationFailed({ resource: 'CheckRun', code: 'invalid', field: 'conclusion' });
  if (text('details_url') !== undefined && !/^https?:\/\//.test(text('details_url') ?? ''))
    throw validationFailed({
      resource: 'CheckRun',
      code: 'custom',
      field: 'details_url',
      message: 'details_url must use http or https scheme',
    });
  run.name = text('name') ?? run.name;
  run.externalId = text('external_id') ?? run.externalId;
  run.detailsUrl = text('details_url') ?? run.detailsUrl;
  run.startedAt = text('started_at') ?? run.startedAt;
  if (completes) {
    run.status = 'completed';
    run.conclusion = conclusion;
    run.completedAt = text('completed_at') ?? isoDate(Date.now());
  } else if (text('status') !== undefined) {
    run.status = text('status') as CheckRun['status'];
    run.conclusion = null;
    run.completedAt = null;
  }
  if (output) {
    for (const part of ['title', 'summary', 'text'] as const)
      if (typeof output[part] === 'string') run.output[part] = output[part];
    run.annotations.push(...annotations);
  }
  if (Array.isArray(body.actions)) run.actions = body.actions as CheckRun['actions'];
}

/** Tells the App about one of its check runs, as GitHub does for create, complete, re-run and button. */
export async function emitCheckRun(world: World, run: CheckRun, action: string, more: Fields = {}): Promise<void> {
  const suite = await checkSuiteShape(world, run.suite);
  const shape = { ...checkRunShape(world, run), check_suite: suite };
  await world.emit('check_run', run.suite.repository, { action, check_run: shape, ...more });
}

export async function createCheckRun(world: World, repository: Repository, bot: Bot, body: Fields): Promise<CheckRun> {
  const headSha = await repository.git.commitOf(String(body.head_sha));
  if (headSha === null || headSha !== body.head_sha)
    throw validationFailed({
      resource: 'CheckRun',
      code: 'custom',
      field: 'head_sha',
      message: `No commit found for SHA: ${String(body.head_sha)}`,
    });
  if (body.name === '') throw validationFailed({ resource: 'CheckRun', code: 'missing_field', field: 'name' });
  const made: Omit<CheckRun, 'id' | 'nodeId'> = {
    suite: suiteOf(world, repository, bot, headSha),
    name: '',
    headSha,
    status: 'queued',
    conclusion: null,
    externalId: '',
    detailsUrl: null,
    startedAt: isoDate(Date.now()),
    completedAt: null,
    output: { title: null, summary: null, text: null },
    annotations: [],
    actions: [],
  };
  change({ ...made, id: nextId(world), nodeId: '' }, body);
  const run = register<CheckRun>(world, 'CheckRun', 'CR', { ...made, output: { ...made.output }, annotations: [] });
  change(run, body);
  repository.checkRuns.set(run.id, run);
  world.later(emitCheckRun(world, run, 'created'));
  if (run.status === 'completed') world.later(emitCheckRun(world, run, 'completed'));
  return run;
}

export function updateCheckRun(world: World, run: CheckRun, body: Fields): CheckRun {
  const was = run.status;
  change(run, body);
  if (run.status === 'completed' && was !== 'completed') world.later(emitCheckRun(world, run, 'completed'));
  return run;
}
