// `hullcheck graph`: Compose projects as pictures.
import type { Stack } from '../../inspect/stack.ts';
import type { Graph } from '../../picture.ts';
import { visible } from '../../report/escape.ts';
import type { Theme } from '../../report/graph/theme.ts';
import { type Invocation, optionOf } from './command.ts';
import { projectsOf } from './projects.ts';
import { Refusal } from './refusal.ts';
import { put } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { stacks, notices } = await projectsOf(invocation, terminal);
  for (const { about, message } of notices) await terminal.complain(`${visible(about)}: ${visible(message)}`);
  const [stack] = stacks;
  if (!stack) throw new Refusal('There is no Compose project here.');
  if (stacks.length > 1) throw new Refusal(several(stacks));
  for (const reason of stack.refused) await terminal.complain(`docker compose would refuse this: ${visible(reason)}`);
  const { graphOf, detailOf } = await import('./kinds/projects.ts');
  await put(await drawn(graphOf(stack, detailOf([stack])), stack, invocation), invocation, terminal);
  return notices.some(({ kind }) => kind === 'failure') ? 2 : 0;
}

function several(stacks: readonly Stack[]): string {
  const listed = stacks.slice(0, 5).map(({ path }) => visible(path));
  const more = stacks.length > listed.length ? ' …' : '';
  return `There are ${stacks.length} Compose projects here, and a picture shows one: hullcheck graph FILE, with one of ${listed.join(' ')}${more}`;
}

async function drawn(graph: Graph, { path }: Stack, invocation: Invocation): Promise<string> {
  const theme = (optionOf(invocation, 'theme') ?? 'auto') as Theme;
  switch (optionOf(invocation, 'format') ?? 'mermaid') {
    case 'svg': {
      const { svg } = await import('../../report/graph/svg.ts');
      return svg(graph, { theme, title: path });
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
