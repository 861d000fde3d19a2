// What `bundle install` does in images for production, and which of Bundler's settings hold there: bundle-config(1).
import type { Dockerfile, Instruction } from './dockerfile/model.ts';
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

/** Whether a variable, or `bundle config` in front, gives a setting: `BUNDLE_WITHOUT` is `without`. */
export function settled(file: Dockerfile, run: Instruction, variable: string): boolean {
  if (file.expand(`$${variable}`, run)) return true;
  const setting = variable.replace('BUNDLE_', '').toLowerCase();
  const sets = ({ name, args, assignments }: Command) =>
    assignments.some((one) => one.name === variable) ||
    (/^bundler?$/.test(name) && args[0]?.value === 'config' && args.some(({ value }) => value === setting));
  return [...(run.stage ? [run.stage, ...run.stage.ancestors()] : [])].some((stage) =>
    stage.instructionsOf('RUN').some(({ commands }) => commands.some(sets)),
  );
}
