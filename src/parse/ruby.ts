// Which stages are for Ruby, and start a web server of Rails: names of images, variables and commands.
import type { Stage } from './dockerfile/model.ts';

const VARIABLE = /^(?:RUBY_\w{1,60}|RAILS_\w{1,60}|RACK_ENV|BUNDLE_\w{1,60}|BUNDLER_\w{1,60}|GEM_HOME|GEM_PATH)$/;
const PROGRAM = /^(?:ruby|rails|rake|bundle|puma|unicorn|passenger|sidekiq|rackup|irb|thrust|falcon|thin|iodine)$/;
const SERVER = /(?:^|\/)(?:rails|puma|unicorn|thrust|rackup|falcon|thin|passenger|iodine)$/;
const WORKER = /(?:^|\/)(?:sidekiq|resque|good_job|que|delayed_job|shoryuken|solid_queue|console|runner)\b/;
const chainOf = (stage: Stage): readonly Stage[] => [stage, ...stage.ancestors()];

/** By its base image, by the variables that it sets, or by what it starts. */
export const isRuby = (stage: Stage): boolean =>
  chainOf(stage).some(
    ({ image, instructions }) =>
      /ruby|rails/i.test(image?.value ?? '') ||
      instructions.some(
        ({ keyword, pairs, commands }) =>
          (keyword === 'ENV' && pairs.some(({ name }) => VARIABLE.test(name.value))) ||
          ((keyword === 'CMD' || keyword === 'ENTRYPOINT') && commands.some(({ name }) => PROGRAM.test(name))),
      ),
  );

/** Whether containers of a stage for Ruby answer requests. */
export function servesRails(stage: Stage): boolean {
  const starts =
    chainOf(stage)
      .map((one) => one.instructionsOf('CMD', 'ENTRYPOINT'))
      .find((found) => found.length > 0) ?? [];
  const words = starts.flatMap(({ json, words }) => (json ?? words).map(({ value }) => value));
  return words.some((word) => SERVER.test(word)) && !words.some((word) => WORKER.test(word)) && isRuby(stage);
}
