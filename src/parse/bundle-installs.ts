// What `bundle install` does in images for production, and which of Bundler's settings hold there: bundle-config(1).
import type { Dockerfile, Instruction, Stage } from './dockerfile/model.ts';
import type { Arg, Command } from './shell/model.ts';

/** Whether the file sets up Rails or Rack for production. */
export const inProduction = (file: Dockerfile): boolean =>
  file
    .instructions('ENV', 'ARG')
    .some(({ pairs }) =>
      pairs.some(({ name, value }) => /^(?:RAILS|RACK|HANAMI)_ENV$/.test(name.value) && value?.value === 'production'),
    );

/** In files for production only. */
export function bundleInstalls(file: Dockerfile): { readonly command: Command; readonly action: Arg }[] {
  if (!inProduction(file)) return [];
  return file.commands('bundle', 'bundler').flatMap((command) => {
    const action = command.operands[0];
    return action?.value === 'install' ? [{ command, action }] : [];
  });
}

const settings = new WeakMap<Stage, ReadonlySet<string>>();

/** Whether a variable, or `bundle config` in the stage, gives a setting: `BUNDLE_WITHOUT` is `without`. */
export function settled(file: Dockerfile, run: Instruction, variable: string): boolean {
  if (file.expand(`$${variable}`, run)) return true;
  const setting = variable.replace('BUNDLE_', '').toLowerCase();
  return (run.stage ? [run.stage, ...run.stage.ancestors()] : []).some((stage) => {
    const names = settings.get(stage) ?? namesIn(stage);
    settings.set(stage, names);
    return names.has(variable) || names.has(setting);
  });
}

function namesIn(stage: Stage): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { commands } of stage.instructionsOf('RUN'))
    for (const { name, args, assignments } of commands) {
      for (const one of assignments) names.add(one.name);
      if (/^bundler?$/.test(name) && args[0]?.value === 'config') for (const { value } of args) names.add(value ?? '');
    }
  return names;
}
