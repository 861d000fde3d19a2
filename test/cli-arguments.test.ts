// Arguments of the command line: help, versions, mistakes, completion, and the list of rules.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hullcheck } from './cli/run.ts';

const cwd = os.tmpdir();
const run = (...args: string[]) => hullcheck(args, { cwd });
const PACKAGE = JSON.parse(fs.readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8')) as {
  version: string;
};

describe('arguments', { concurrency: 4 }, () => {
  test('help names every command, and each command has its own with examples', async () => {
    const { code, stdout } = await run('--help');
    assert.equal(code, 0);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*\S$/gm)].map(([, name = '']) => name);
    assert.deepEqual(commands, ['check', 'review', 'fix', 'rules', 'why', 'inspect', 'graph', 'init', 'serve', 'completion']);
    for (const [at, command] of commands.entries()) {
      const { code, stdout } = await (at % 2 ? run('help', command) : run(command, '--help'));
      assert.equal(code, 0);
      assert.match(
        stdout,
        new RegExp(`^Usage: hullcheck ${command}[\\s\\S]*^Options:[\\s\\S]*^Examples:\\n {2}.*hullcheck ${command}`, 'm'),
      );
    }
  });

  test('--version is that of the package', async () => {
    assert.deepEqual(await run('--version'), { code: 0, stdout: `${PACKAGE.version}\n`, stderr: '' });
  });

  test('mistakes are told in one sentence, with what was meant', async () => {
    const cases: [string[], RegExp][] = [
      [['chek'], /no command "chek"\. Did you mean "check"\?/],
      [['Dockerfile'], /hullcheck check Dockerfile/],
      [['check', '--formt', 'json'], /no option "--formt" here\. Did you mean "--format"\?/],
      [['check', '--format', 'jsn'], /did you mean "json"\?/],
      [['check', '--format'], /"--format" needs a value/],
      [['check', '--format', '--quiet'], /"--format" needs a value/],
      [['check', '--quiet=yes'], /"--quiet" takes no value/],
      [['check', '--rule', 'no-sodu'], /no rule "no-sodu"\. Did you mean "no-sudo"\?/],
      [['check', '--rule', 'no-sudo=fatal'], /one of error, warning, info, off/],
      [['review', 'x'], /"review" takes no arguments, but "x" was given/],
      [['rules', 'no-sodu'], /Did you mean "no-sudo"\?/],
      [['completion', 'bsh'], /Did you mean "bash"\?/],
      [['fix', '--base', 'x'], /no option "--base" here/],
      [[], /Which command\?/],
    ];
    for (const [args, message] of cases) {
      const { code, stdout, stderr } = await run(...args);
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^hullcheck: .*\n$/);
      assert.match(stderr, message);
    }
  });

  test('options may stand anywhere, joined or short, and -- ends them', async () => {
    assert.equal((await run('--rule=no-sudo', 'check', '-qf', 'json', '--', '-')).code, 0);
    assert.match((await run('check', '--', '--format')).stdout, /--format: It cannot be read/);
  });

  test('completion scripts are sound, and bash completes commands, options and values', async () => {
    const { stdout } = await run('completion', 'bash');
    assert.equal(spawnSync('bash', ['-n'], { input: stdout }).status, 0);
    const complete = (...words: string[]) => {
      const script = `${stdout}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _hullcheck; printf '%s\\n' "\${COMPREPLY[@]}"`;
      return spawnSync('bash', ['-c', script], { cwd: '/', encoding: 'utf8' }).stdout.trim().split('\n');
    };
    assert.deepEqual(complete('hullcheck', 'r'), ['review', 'rules']);
    assert.deepEqual(complete('hullcheck', 'fix', '--uns'), ['--unsafe']);
    assert.deepEqual(complete('hullcheck', 'check', '--format', 's'), ['sarif']);
    assert.deepEqual(complete('hullcheck', 'completion', 'z'), ['zsh']);
    for (const shell of ['zsh', 'fish']) {
      const script = (await run('completion', shell)).stdout;
      for (const word of ['check', 'stdin-filename', 'markdown', 'unsafe']) assert.ok(script.includes(word), `${shell}: ${word}`);
      if (spawnSync(shell, ['-c', 'true']).status === 0) assert.equal(spawnSync(shell, ['-n'], { input: script }).status, 0);
    }
  });

  test('rules: a table, the page of one, by the id of another tool, and JSON', async () => {
    assert.match((await run('rules')).stdout, /^dockerfile\n[\s\S]*^ {2}no-sudo +warning +unsafe fix +\S/m);
    const page = (await run('rules', 'no-sudo')).stdout;
    assert.match(page, /^no-sudo\n\nSeverity +warning\n[\s\S]*Also +.*hadolint\/DL3004[\s\S]*```dockerfile bad/);
    assert.ok((await run('rules', 'dl3004')).stdout.includes(page));
    const rules = JSON.parse((await run('rules', '--format', 'json')).stdout) as Record<string, unknown>[];
    const sudo = rules.find(({ id }) => id === 'no-sudo') ?? {};
    const { severity, category, on, fixes, presets, options } = sudo;
    assert.deepEqual([severity, category, on, fixes, options], ['warning', 'security', 'dockerfile', 'unsafe', null]);
    assert.ok(Array.isArray(presets) && presets.includes('recommended') && presets.includes('all'));
    for (const rule of rules)
      assert.deepEqual(Object.keys(rule).sort(), [
        'also',
        'category',
        'cis',
        'fixes',
        'id',
        'nist',
        'on',
        'options',
        'presets',
        'severity',
        'title',
        'url',
      ]);
  });
});
