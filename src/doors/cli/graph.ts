// `hullcheck graph`: a Compose project as a picture.
import type { Stack } from '../../inspect/stack.ts';
import { visible } from '../../report/escape.ts';
import type { Theme } from '../../report/graph/theme.ts';
import { changedGraph, type Picture } from './changed-graph.ts';
import { type Invocation, optionOf } from './command.ts';
import { projectsOf } from './projects.ts';
import { Refusal } from './refusal.ts';
import { put } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const base = optionOf(invocation, 'base');
  const picture = base === undefined ? await wholeGraph(invocation, terminal) : await changedGraph(invocation, terminal, base);
  for (const { about, message } of picture.notices) await terminal.complain(`${visible(about)}: ${visible(message)}`);
  await put(await drawn(picture, invocation), invocation, terminal);
  return picture.notices.some(({ kind }) => kind === 'failure') ? 2 : 0;
}

async function wholeGraph(invocation: Invocation, terminal: Terminal): Promise<Picture> {
  const { stacks, notices } = await projectsOf(invocation, terminal);
  const depth = ({ path }: Stack) => path.split('/').length;
  const least = Math.min(...stacks.map(depth));
  const highest = stacks.filter((stack) => depth(stack) === least);
  const [stack] = highest;
  if (!stack) throw new Refusal(nothing(notices));
  if (highest.length > 1) throw new Refusal(several(highest));
  for (const reason of stack.refused) await terminal.complain(`docker compose would refuse this: ${visible(reason)}`);
  const { detailOf, graphOf } = await import('./kinds/projects.ts');
  return { graph: graphOf(stack, detailOf([stack])), path: stack.path, notices };
}

function nothing([notice]: Picture['notices']): string {
  if (notice) return `There is no Compose project here. ${visible(notice.about)}: ${visible(notice.message)}`;
  return 'There is no Compose project here. A file that is laid over another one is named with it: hullcheck graph -f compose.yaml -f FILE';
}

function several(stacks: readonly Stack[]): string {
  const listed = stacks.slice(0, 5).map(({ path }) => visible(path));
  const more = stacks.length > listed.length ? ' …' : '';
  return `There are ${stacks.length} Compose projects here, and a picture shows one: hullcheck graph FILE, with one of ${listed.join(' ')}${more}`;
}

async function drawn({ graph, path }: Picture, invocation: Invocation): Promise<string> {
  const theme = (optionOf(invocation, 'theme') ?? 'auto') as Theme;
  switch (optionOf(invocation, 'format') ?? 'mermaid') {
    case 'svg': {
      const { svg } = await import('../../report/graph/svg.ts');
      const picture = svg(graph, { theme, title: path });
      if (picture === null)
        throw new Refusal('The picture is too large to be arranged here. Graphviz can: hullcheck graph --format dot');
      return picture;
    }
    case 'dot': {
      const { dot } = await import('./kinds/projects.ts');
      return dot(graph, theme === 'dark' ? 'dark' : 'light');
    }
    default: {
      const { mermaid } = await import('./kinds/projects.ts');
      return mermaid(graph);
    }
  }
}
