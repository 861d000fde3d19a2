import { type Pair, replace, rule, shippedStages } from '#rule';

const ON = /^(?:1|true|on|yes)$/i;
const DEVELOPMENT = /^(?:dev|development|debug)$/i;
/** Variables, the values that turn debugging on, and what a production image has instead. */
const DEBUG: ReadonlyMap<string, readonly [RegExp, string]> = new Map([
  ['DEBUG', [/^(?:1|true|on|yes|\*)$/i, '']],
  ['APP_DEBUG', [ON, 'false']],
  ['FLASK_DEBUG', [ON, '0']],
  ['DJANGO_DEBUG', [ON, 'False']],
  ['FLASK_ENV', [DEVELOPMENT, 'production']],
  ['NODE_ENV', [DEVELOPMENT, 'production']],
  ['APP_ENV', [DEVELOPMENT, 'production']],
  ['SYMFONY_ENV', [DEVELOPMENT, 'prod']],
  ['RAILS_ENV', [DEVELOPMENT, 'production']],
  ['RACK_ENV', [DEVELOPMENT, 'production']],
  ['ASPNETCORE_ENVIRONMENT', [DEVELOPMENT, 'Production']],
  ['DOTNET_ENVIRONMENT', [DEVELOPMENT, 'Production']],
]);

/** Other names that say the same: `SHOP_DEBUG`, `CI_ENVIRONMENT`, `XDEBUG_MODE`. */
const NAMES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:[A-Z_]{1,60}_)?DEBUG$/i, ON],
  [/^(?:[A-Z_]{1,60}_)?ENV(?:IRONMENT)?$/i, /^dev(?:el(?:op(?:ment)?)?)?$/i],
  [/^(?:[A-Z_]{1,60}_)?XDEBUG_MODE$/i, /^(?!off$)./i],
];

const isDebug = ({ name, value }: Pair) =>
  value !== null &&
  (DEBUG.get(name.value)?.[0].test(value.value) ?? NAMES.some(([wanted, on]) => wanted.test(name.value) && on.test(value.value)));

export default rule({
  id: 'no-debug-env',
  on: 'dockerfile',
  title: 'The image does not run in debug mode',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['sonar-iac/S4507'],
  nist: ['4.1.2'],
  *check(file) {
    const shipped = shippedStages(file);
    const development = (name: string | undefined) => /dev|debug|test|local/i.test(name ?? '');
    for (const env of file.instructions('ENV')) {
      if (!env.stage || !shipped.has(env.stage) || development(env.stage.name?.value) || development(file.path)) continue;
      for (const { name, value } of env.pairs.filter(isDebug)) {
        const wanted = DEBUG.get(name.value)?.[1];
        yield {
          at: name.range,
          message: `\`${name.value}=${value?.value}\` runs the program in debug mode: it may show source code and settings to whoever meets an error, and some frameworks then run code that a visitor sends.`,
          fix: wanted && value ? { title: `Set it to \`${wanted}\``, edits: [replace(value.range, wanted)] } : undefined,
        };
      }
    }
  },
});
