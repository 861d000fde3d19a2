// Every rule, sorted: the lists of all kinds.
import type { Rule } from '#rule';
import compose from './compose.ts';
import dockerfile from './dockerfile.ts';
import project from './project.ts';

const rules: readonly Rule[] = [...compose, ...dockerfile, ...project];

export default rules;
