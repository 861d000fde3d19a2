// Text → YAML trees of all its documents; what YAML itself refuses is told in a person's words, and nothing is thrown.
import { type Document, parseAllDocuments } from 'yaml';
import { straightened, withBreaks, withColons, wrongTab } from './go-yaml.ts';
import { INDICATORS } from './limits.ts';
import type { ComposeProblem } from './model.ts';
import type { Node } from './node.ts';
import { treeOf } from './tree.ts';
import { inWords } from './yaml-words.ts';

// All scalars as strings and `<<` as any key: both are ours to understand. The package's own check for equal keys is quadratic.
const OPTIONS = {
  schema: 'failsafe',
  uniqueKeys: false,
  keepSourceTokens: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;
// https://yaml.org/spec/1.2.2/#51-character-set
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

export interface Reading {
  documents: Node[];
  problems: ComposeProblem[];
  /** The text is no well-formed YAML: `documents` are what could be made out. */
  broken: boolean;
}

export function readYaml(text: string): Reading {
  const problems: ComposeProblem[] = [];
  const documents: Node[] = [];
  const control = CONTROL.exec(text);
  if (control) problems.push(controlCharacter(control[0], control.index));
  const indicators = countIndicators(text);
  if (indicators > INDICATORS) return { documents, problems: [tooDense(indicators)], broken: true };
  const { documents: parsed, straight } = asComposeReads(text);
  for (const document of parsed) {
    // What follows the first error is mostly its consequence.
    const [error] = document.errors;
    const directive = error ? null : wrongDirective(document, text);
    if (directive) problems.push(directive);
    if (error) problems.push(inWords(error.code, error.message, error.pos, text));
  }
  const tab = problems.length === 0 ? wrongTab(text) : -1;
  if (tab >= 0) problems.push(inWords('TAB_AS_INDENT', '', [tab, tab + 1], text));
  const broken = problems.length > 0;
  for (const [index, document] of parsed.entries()) {
    if (index > 0 && !document.directives.docStart) problems.push(withoutStart(document.range[0]));
    const tree = treeOf(document, text, straight, problems);
    if (tree) documents.push(tree);
  }
  return { documents, problems, broken };
}

interface Parsed {
  documents: readonly Document.Parsed[];
  /** Values that span lines were read as if they stood in one. */
  straight: boolean;
}

/** What is an error to the package is looked at once more: Compose takes some of it. */
function asComposeReads(text: string): Parsed {
  const alike = withBreaks(text);
  const documents = parsedDocuments(withColons(alike));
  const straight = documents.some(hasErrors) ? straightened(alike) : null;
  const again = straight === null ? [] : parsedDocuments(straight);
  return straight === null || again.some(hasErrors) ? { documents, straight: false } : { documents: again, straight: true };
}

const hasErrors = ({ errors }: Document.Parsed): boolean => errors.length > 0;

/** The package makes an Error per mistake; without their stack traces, a text of nothing but mistakes takes a seventh of the time. */
function parsedDocuments(text: string): readonly Document.Parsed[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return parseAllDocuments(text, OPTIONS) as readonly Document.Parsed[];
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** https://yaml.org/spec/1.2.2/#53-indicator-characters, and line ends. */
const INDICATOR = new Uint8Array(128);
for (const character of '-?:,[]{}#&*!|>\'"%@`\n') INDICATOR[character.charCodeAt(0)] = 1;

function countIndicators(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) count += INDICATOR[text.charCodeAt(at)] ?? 0;
  return count;
}

function tooDense(indicators: number): ComposeProblem {
  const message = `The file has ${indicators} punctuation marks and lines; more than ${INDICATORS} are not read.`;
  return { range: { start: 0, end: 0 }, code: 'size-limit', message };
}

/** Compose's reader knows `%TAG` and `%YAML 1.1`. */
function wrongDirective({ directives, warnings }: Document.Parsed, text: string): ComposeProblem | null {
  const unknown = warnings.find(({ code }) => code === 'BAD_DIRECTIVE')?.pos;
  const version = directives.yaml.explicit && directives.yaml.version !== '1.1' ? text.search(/^%YAML/m) : -1;
  const start = unknown?.[0] ?? version;
  if (start < 0) return null;
  const end = text.indexOf('\n', start);
  const range = { start, end: end < 0 ? text.length : end };
  const message = unknown ? 'Compose does not know this directive.' : 'Compose takes no other version of YAML than 1.1.';
  return { range, code: 'yaml-directive', message, hint: 'Remove the line.' };
}

/** YAML 1.2 would take it; Compose's reader does not. */
function withoutStart(at: number): ComposeProblem {
  const range = { start: at, end: at };
  return {
    range,
    code: 'document-start',
    message: 'After `...` a further document must begin with `---`.',
    hint: 'Add `---`, or remove the `...`.',
  };
}

function controlCharacter(character: string, at: number): ComposeProblem {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    range: { start: at, end: at + 1 },
    code: 'control-character',
    message: `The control character U+${code} must not stand in YAML.`,
    hint: 'Remove it.',
  };
}
