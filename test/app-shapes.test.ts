// The App as a process on pull requests of unusual shape, and with a GitHub that tells as little as it may.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sparse } from './app/sparse.ts';
import { AppWorld, BAD, CLEAN, until } from './app/world.ts';
import type { GitHub } from './github/github.ts';

const LARGE =
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n';

describe('the App and', () => {
  let world: AppWorld;
  before(async () => {
    world = await AppWorld.start();
  });
  after(() => world.close());

  it('submodules, large files that lie elsewhere, removed and moved ones', async () => {
    const repository = await world.github.createRepository('acme', 'shapes', {
      files: { 'old/Dockerfile': BAD, 'gone/Dockerfile': BAD, 'README.md': '#\n' },
    });
    await world.github.commit(repository, 'topic', {
      files: { 'sub/Dockerfile': { submodule: '1'.repeat(40) }, 'large/Dockerfile': LARGE, 'new/Dockerfile': CLEAN },
      rename: { 'old/Dockerfile': 'moved/Dockerfile' },
      delete: ['gone/Dockerfile'],
    });
    const pull = await world.github.openPullRequest(repository, { head: 'topic' });
    const check = await world.checked(pull);
    assert.equal(check.conclusion, 'success', check.output.summary ?? '');
    assert.match(check.output.summary ?? '', /`sub\/Dockerfile`: This is a submodule/);
    assert.match(check.output.summary ?? '', /`large\/Dockerfile`: The file is a Git LFS pointer/);
    assert.equal(world.github.stateOf(pull).reviews.length, 0);
  });

  it('a draft, which is reviewed once and not again when it is ready', async () => {
    const repository = await world.github.createRepository('acme', 'draft');
    await world.github.commit(repository, 'topic', { files: { Dockerfile: BAD } });
    const pull = await world.github.openPullRequest(repository, { head: 'topic', draft: true });
    await world.checked(pull);
    await world.github.setDraft(pull, false);
    await world.checked(await world.pull('after-the-draft', { Dockerfile: CLEAN }));
    assert.deepEqual([world.checks(pull).length, world.github.stateOf(pull).reviews.length], [1, 1]);
  });

  it("a base branch that moved: its changes are nobody else's", async () => {
    const long = `${CLEAN}${'# a comment\n'.repeat(30)}`;
    const pull = await world.pull(
      'base-moved',
      { Dockerfile: `${long}RUN sudo x\n` },
      { Dockerfile: long, 'other/Dockerfile': CLEAN },
    );
    await world.checked(pull);
    const said = world.github.stateOf(pull).threads.length;
    await world.github.push(pull.repository, 'main', { files: { Dockerfile: BAD + long, 'other/Dockerfile': BAD } });
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: `${long}# more\nRUN sudo x\n` } });
    await world.checked(pull);
    const { threads } = world.github.stateOf(pull);
    assert.equal(threads.length, said);
    assert.ok(threads.every(({ path, original }) => path === 'Dockerfile' && (original.line ?? 0) > 30));
  });

  it('more files than GitHub lists', async () => {
    const files = Object.fromEntries(Array.from({ length: 3_010 }, (_, n) => [`a/${n}.txt`, `${n}\n`]));
    const pull = await world.pull('endless', { ...files, Dockerfile: BAD });
    const check = await world.checked(pull);
    assert.equal(check.conclusion, 'failure');
    assert.match(check.output.summary ?? '', /first 3,000 files/);
  });
});

describe('a GitHub that tells only what it must', () => {
  it('is enough: review, second push, resolving, settings, many files', async () => {
    let github: GitHub | undefined;
    const gate = await sparse(() => github?.url);
    const world = await AppWorld.start({ GHE_HOST: gate.host });
    github = world.github;
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`a/${n}.txt`, `${n}\n`]));
    const pull = await world.pull('thin', { ...many, Dockerfile: BAD }, { '.github/hullcheck.yml': 'fail-on: never\n' });
    assert.equal((await world.checked(pull)).conclusion, 'success');
    const said = world.github.stateOf(pull).threads.length;
    assert.ok(said > 1);
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: `${BAD}RUN sudo y\n` } });
    await world.checked(pull);
    assert.equal(world.github.stateOf(pull).threads.length, said + 1);
    await world.github.push(pull.repository, 'topic', { files: { Dockerfile: CLEAN } });
    const check = await world.checked(pull);
    assert.ok(world.github.stateOf(pull).threads.every(({ resolvedBy }) => resolvedBy?.login === 'hullcheck[bot]'));
    await world.github.rerequest(check);
    await until(
      'it is checked again',
      () => world.checks(pull).length === 2 && world.checks(pull).every(({ status }) => status === 'completed'),
    );
    await world.close();
    await gate.close();
  });
});
