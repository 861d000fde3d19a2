// A report as SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import type { Edit, Finding, Notice, Report, Severity, SourceFile } from '../model.ts';
import { type Placer, placer, type Span } from './places.ts';
import type { RuleDescription } from './rules.ts';

export interface SarifOptions {
  version: string;
  /** Of every rule that the report speaks of. */
  rules: readonly RuleDescription[];
  /** Texts besides the report's own. */
  sources?: readonly SourceFile[];
}

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = { error: 'error', warning: 'warning', info: 'note' };
// What GitHub sorts security results by. https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
const SECURITY: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.0', info: '2.0' };
const HOME = 'https://github.com/hullcheck/hullcheck';

/** Shown findings, and those that a comment in the file ignores, as suppressed; not what a change did not touch. */
export function sarif(report: Report, { version, rules, sources = [] }: SarifOptions): string {
  const place = placer([...sources, ...report.files]);
  const findings = report.findings.filter(({ hidden }) => hidden === undefined || isIgnored(hidden));
  const fired = rules.filter(({ id }) => findings.some(({ rule }) => rule === id));
  const index = new Map(fired.map(({ id }, at) => [id, at]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Hullcheck', version, semanticVersion: version, informationUri: HOME, rules: fired.map(descriptor) },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: report.files.map(({ path }) => ({ location: location(path) })),
        invocations: [
          { executionSuccessful: report.verdict !== 'incomplete', toolExecutionNotifications: report.notices.map(notification) },
        ],
        results: findings.map((finding) => result(finding, index.get(finding.rule), place)),
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

const isIgnored = (hidden: string) => hidden === 'ignored' || hidden.startsWith('ignored:');

function descriptor({ id, title, severity, category, url }: RuleDescription) {
  const level = severity as Severity;
  return {
    id,
    shortDescription: { text: `${title}.` },
    helpUri: url,
    help: { text: `${title}. ${url}` },
    defaultConfiguration: { level: LEVEL[level] },
    properties: { tags: [category], ...(category === 'security' && { 'security-severity': SECURITY[level] }) },
  };
}

function result(finding: Finding, ruleIndex: number | undefined, place: Placer) {
  const { rule, severity, path, range, message, fingerprint, related, fix, hidden } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVEL[severity],
    message: { text: message },
    locations: [physical(path, place(path, range))],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({
        id,
        ...physical(one.path, place(one.path, one.range)),
        message: { text: one.message },
      })),
    }),
    partialFingerprints: { 'hullcheck/v1': fingerprint },
    ...(fix && { fixes: [{ description: { text: fix.title }, artifactChanges: changes(fix.edits, place) }] }),
    suppressions:
      hidden === undefined
        ? []
        : [{ kind: 'inSource', justification: hidden.replace(/^ignored(: )?/, '') || 'ignored by a comment' }],
  };
}

function changes(edits: readonly Edit[], place: Placer) {
  return [...new Set(edits.map(({ path }) => path))].map((path) => ({
    artifactLocation: location(path),
    replacements: edits.flatMap((edit) => {
      const span = edit.path === path ? place(path, edit.range) : null;
      return span ? [{ deletedRegion: region(span), insertedContent: { text: edit.text } }] : [];
    }),
  }));
}

const physical = (path: string, span: Span | null) => ({
  physicalLocation: { artifactLocation: location(path), ...(span && { region: region(span) }) },
});

const region = ({ start, end }: Span) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

/** A relative URI reference: every part percent-encoded, so that a `:`, a `#` or a newline in a name is only a name. */
const location = (path: string) => ({
  uri: path.toWellFormed().split('/').map(encodeURIComponent).join('/'),
  uriBaseId: '%SRCROOT%',
});

function notification({ kind, about, message }: Notice) {
  return { level: kind === 'failure' ? 'error' : 'note', message: { text: `${about}: ${message}` } };
}
