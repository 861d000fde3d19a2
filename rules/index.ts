// Every rule, one import each, sorted; the listing of the folder must be this list.
import type { Rule } from '#rule';

const rules: readonly Rule[] = [];

export default rules;
