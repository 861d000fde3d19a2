// `hullcheck inspect`: what a Compose project is made of, as a whole.
import { has, type Invocation, optionOf } from './command.ts';
import { projectsOf } from './projects.ts';
import { put } from './session.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { stacks, notices, settings } = await projectsOf(invocation, terminal);
  const { inspect, render } = await import('./kinds/projects.ts');
  const projects = stacks.map((stack) => inspect(stack, settings.budget));
  const colours = terminal.colours(invocation, has(invocation, 'output'));
  const format = optionOf(invocation, 'format') ?? 'text';
  await put(render({ projects, notices }, format, { colours, width: terminal.width() }), invocation, terminal);
  if (notices.some(({ kind }) => kind === 'failure')) return 2;
  return projects.some(({ resources }) => resources.exceeded.length > 0) ? 1 : 0;
}
