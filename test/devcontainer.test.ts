// Files that a devcontainer.json names, through its comments and trailing commas.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedFiles } from '../src/parse/devcontainer.ts';

const named = (text: string, path = '.devcontainer/devcontainer.json') =>
  namedFiles({ path, text, bom: false }).map((file) => [file.kind, file.path, text.slice(file.range.start, file.range.end)]);

test('Dockerfiles and Compose files are found from the folder of the file', () => {
  const text = `// a comment with "quotes"
{
\t"name": "not // a comment", /* nor
  this */ "build": { "dockerfile": "Dockerfile", "context": "..", },
  "dockerComposeFile": ["../compose.yaml", "extra.yml", "\${localEnv:FILE}", "../../outside.yml"],
}`;
  assert.deepEqual(named(text), [
    ['dockerfile', '.devcontainer/Dockerfile', '"Dockerfile"'],
    ['compose', 'compose.yaml', '"../compose.yaml"'],
    ['compose', '.devcontainer/extra.yml', '"extra.yml"'],
  ]);
  assert.deepEqual(
    named('{"dockerFile": "a/Dockerfile", "dockerComposeFile": "c.yml"}', '.devcontainer.json').map(([, path]) => path),
    ['a/Dockerfile', 'c.yml'],
  );
});

test('what is no such file names nothing', () => {
  for (const text of ['', '[]', '{', '"', '/*', '{"build": 3, "dockerComposeFile": {"a": 1}}']) assert.deepEqual(named(text), []);
});
