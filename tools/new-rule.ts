// Makes a rule: its code, its page and its line in the list of its kind. `npm run new-rule dockerfile/no-x`
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type On, withRules } from './rule-index.ts';

const root = new URL('../rules/', import.meta.url);
const [name = ''] = process.argv.slice(2);
const match = /^(dockerfile|compose|project)\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(name);

if (!match) fail('Usage: npm run new-rule dockerfile/no-x (or compose/…, project/…; the id in kebab-case words)');
const [, on = '', id = ''] = match ?? [];
const code = new URL(`${name}.ts`, root);
const page = new URL(`${name}.md`, root);
if (existsSync(code) || existsSync(page)) fail(`rules/${name}.ts or its page is already there.`);

const title = `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
const sample = {
  dockerfile: {
    argument: 'file',
    body: "for (const command of file.commands('example')) yield { at: command.nameRange, message: '`example` is …' };",
    language: 'dockerfile',
    bad: 'FROM alpine:3.22\nRUN example\nUSER nobody\n',
    good: 'FROM alpine:3.22\nUSER nobody\n',
  },
  compose: {
    argument: 'file',
    body: "for (const service of file.services) {\n      const example = service.entryOf('x-example');\n      if (example) yield { at: example.key.range, message: '`x-example` is …' };\n    }",
    language: 'yaml',
    bad: 'services:\n  web:\n    image: nginx:1.29.3\n    x-example: true\n',
    good: 'services:\n  web:\n    image: nginx:1.29.3\n',
  },
  project: {
    argument: 'project',
    body: "for (const file of project.composeFiles) {\n      const example = file.root?.entry('x-example');\n      if (example) yield { at: example.key.range, path: file.path, message: '`x-example` is …' };\n    }",
    language: 'yaml',
    bad: 'x-example: true\nservices:\n  web:\n    image: nginx:1.29.3\n',
    good: 'services:\n  web:\n    image: nginx:1.29.3\n',
  },
}[on as 'dockerfile' | 'compose' | 'project'];

writeFileSync(
  code,
  `import { rule } from '#rule';

export default rule({
  id: '${id}',
  on: '${on}',
  title: '${title}',
  severity: 'warning',
  category: 'maintainability',
  presets: ['strict'],
  *check(${sample.argument}) {
    ${sample.body}
  },
});
`,
);
writeFileSync(
  page,
  `# ${title}

Say here in two to six sentences why this matters to the person who reads the finding. Say also when it does not.

## Bad

\`\`\`${sample.language} bad
${sample.bad}\`\`\`

\`\`\`text findings
\`\`\`

## Good

\`\`\`${sample.language} good
${sample.good}\`\`\`
`,
);
const list = new URL(`${on}.ts`, root);
writeFileSync(list, withRules(on as On, readFileSync(list, 'utf8'), id));
console.log(`Made rules/${name}.ts and rules/${name}.md, and listed the rule in rules/${on}.ts.

Next:
  1. Write the check, the title and the page's sentences and examples.
  2. UPDATE=1 npm test      fills in the findings and fixed blocks: read them.
  3. npm test && npm run check`);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
