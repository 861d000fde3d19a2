// Lists with cursors, as GitHub pages them: `first` or `last` is needed and at most 100.
import type { Fields } from '../world.ts';
import { refusal } from './refusals.ts';

const MOST = 100;

const cursorOf = (at: number): string => Buffer.from(`cursor:v2:${at}`).toString('base64');

function indexOf(cursor: unknown): number {
  const found = /^cursor:v2:(\d+)$/.exec(Buffer.from(String(cursor), 'base64').toString('utf8'));
  if (!found) throw refusal('INVALID_CURSOR_ARGUMENTS', `\`${String(cursor)}\` does not appear to be a valid cursor.`);
  return Number(found[1]);
}

export function connection<T>(name: string, args: Fields, items: readonly T[], node: (item: T) => Fields): Fields {
  const { first, last, after, before } = args;
  const size = first ?? last;
  if (typeof size !== 'number')
    throw refusal(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    );
  if (size > MOST || size < 0)
    throw refusal(
      'EXCESSIVE_PAGINATION',
      `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of ${MOST} records.`,
    );
  const start = after === undefined || after === null ? 0 : indexOf(after) + 1;
  const end = before === undefined || before === null ? items.length : indexOf(before);
  const from = typeof first === 'number' ? start : Math.max(start, end - size);
  const to = typeof first === 'number' ? Math.min(end, start + size) : end;
  const edges = items.slice(from, to).map((item, at) => ({ cursor: cursorOf(from + at), node: () => node(item) }));
  return {
    totalCount: items.length,
    nodes: () => items.slice(from, to).map(node),
    edges,
    pageInfo: {
      hasNextPage: to < items.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
