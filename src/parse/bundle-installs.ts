// What `bundle install` does in images for production, and which of Bundler's settings hold there: bundle-config(1).
import type { Dockerfile, Instruction, Stage } from './dockerfile/model.ts';
import { isRubyForProduction } from './ruby.ts';
import type { Arg, Command } from './shell/model.ts';

/** Whether the file sets up Rails or Rack for production. */
export const inProduction = (file: Dockerfile): boolean =>
  file
    .instructions('ENV', 'ARG')
    .some(({ pairs }) =>
      pairs.some(({ name, value }) => /^(?:RAILS|RACK|HANAMI)_ENV$/.test(name.value) && value?.value === 'production'),
    );

/** In images for production: the file says so, or it is for Ruby and nothing says otherwise. */
export function bundleInstalls(file: Dockerfile): { readonly command: Command; readonly action: Arg }[] {
  return file.commands('bundle', 'bundler').flatMap((command) => {
    const action = command.operands[0];
    const { stage } = command.instruction;
    return action?.value === 'install' && stage && isRubyForProduction(stage) ? [{ command, action }] : [];
  });
}

/** Whether a variable, or `bundle config` above, gives a setting: `BUNDLE_WITHOUT` is `without`. With `value`, one that it matches. */
export function settled(file: Dockerfile, run: Instruction, variable: string, value = /^(?!(?:0|false)?$)/i): boolean {
  const given = file.expand(`$${variable}`, run);
  if (given !== null && value.test(given)) return true;
  const setting = variable.replace('BUNDLE_', '').toLowerCase();
  return (run.stage ? [run.stage, ...run.stage.ancestors()] : []).some((stage) => {
    const names = namesIn(stage, run);
    return names.has(setting) || (given === null && names.has(variable));
  });
}

function namesIn(stage: Stage, last: Instruction): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { commands, startLine } of stage.instructionsOf('RUN'))
    for (const { name, args, assignments } of stage === last.stage && startLine > last.startLine ? [] : commands) {
      for (const one of assignments) names.add(one.name);
      if (/^bundler?$/.test(name) && args[0]?.value === 'config') for (const { value } of args) names.add(value ?? '');
    }
  return names;
}
