// The lists of rules, one for each kind, as text: rules/dockerfile.ts, rules/compose.ts and rules/project.ts.

const WHAT = { compose: 'Compose files', dockerfile: 'Dockerfiles', project: 'how files fit together' } as const;
export type On = keyof typeof WHAT;

/** A list that fits into a line stands in one, as the formatter wants it. */
const LINE = 130;

const variable = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The list of one kind with further rules in it. `list`: its text so far. */
export function withRules(on: On, list: string, ...added: readonly string[]): string {
  const listed = [...list.matchAll(/from '\.\/\w+\/(.+)\.ts'/g)].map((match) => match[1] ?? '');
  const ids = [...new Set([...listed, ...added])].sort();
  const imports = ids.map((id) => `import ${variable(id)} from './${on}/${id}.ts';`);
  const short = `const rules: readonly Rule[] = [${ids.map(variable).join(', ')}];`;
  const long = `const rules: readonly Rule[] = [\n${ids.map((id) => `  ${variable(id)},\n`).join('')}];`;
  return `// Every rule on ${WHAT[on]}, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
${imports.join('\n')}

${short.length <= LINE ? short : long}

export default rules;
`;
}
