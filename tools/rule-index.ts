// The text of rules/index.ts from its list of rules, sorted.

const variable = (name: string) => name.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase());

/** The index with one more rule, such as `dockerfile/no-x`. */
export function sortedIndex(index: string, ...added: readonly string[]): string {
  const listed = [...index.matchAll(/from '\.\/(.+)\.ts'/g)].map((match) => match[1] ?? '');
  const names = [...new Set([...listed, ...added])].sort();
  const imports = names.map((name) => `import ${variable(name)} from './${name}.ts';`);
  const list = names.map((name) => `  ${variable(name)},`);
  return `// Every rule, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';
${imports.join('\n')}

const rules: readonly Rule[] = [
${list.join('\n')}
];

export default rules;
`;
}
