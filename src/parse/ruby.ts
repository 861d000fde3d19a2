// Which stages are for Ruby, and start a web server of Rails: names of images, variables and commands.
import type { Stage } from './dockerfile/model.ts';
import { namesDevelopment } from './purpose.ts';

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

/** For Ruby, and neither by its name nor by its variables for those who work on the project. */
export const isRubyForProduction = (stage: Stage): boolean =>
  !namesDevelopment(stage.name?.value ?? '') &&
  !chainOf(stage).some((one) =>
    one
      .instructionsOf('ENV')
      .some(({ pairs }) =>
        pairs.some(
          ({ name, value }) => /^(?:RAILS|RACK)_ENV$/.test(name.value) && /^(?:development|test)$/.test(value?.value ?? ''),
        ),
      ),
  ) &&
  isRuby(stage);

const startWords = (stage: Stage): readonly string[] =>
  (
    chainOf(stage)
      .map((one) => one.instructionsOf('CMD', 'ENTRYPOINT'))
      .find((found) => found.length > 0) ?? []
  ).flatMap(({ json, words }) => (json ?? words).map(({ value }) => value));

/** Whether containers of a stage run on and on, for requests or for jobs. */
export const runsOn = (stage: Stage): boolean => startWords(stage).some((word) => SERVER.test(word) || WORKER.test(word));

/** Whether containers of a stage for Ruby answer requests. */
export function servesRails(stage: Stage): boolean {
  const words = startWords(stage);
  return words.some((word) => SERVER.test(word)) && !words.some((word) => WORKER.test(word)) && isRuby(stage);
}
