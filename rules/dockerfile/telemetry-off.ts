import { pipPackages, rule, type Stage } from '#rule';

const SWITCHES: ReadonlyMap<string, readonly [name: string, value: string]> = new Map([
  ['astro', ['ASTRO_TELEMETRY_DISABLED', '1']],
  ['az', ['AZURE_CORE_COLLECT_TELEMETRY', '0']],
  ['brew', ['HOMEBREW_NO_ANALYTICS', '1']],
  ['bun', ['DO_NOT_TRACK', '1']],
  ['dotnet', ['DOTNET_CLI_TELEMETRY_OPTOUT', '1']],
  ['func', ['FUNCTIONS_CORE_TOOLS_TELEMETRY_OPTOUT', '1']],
  ['gatsby', ['GATSBY_TELEMETRY_DISABLED', '1']],
  ['huggingface-cli', ['HF_HUB_DISABLE_TELEMETRY', '1']],
  ['next', ['NEXT_TELEMETRY_DISABLED', '1']],
  ['nuxt', ['NUXT_TELEMETRY_DISABLED', '1']],
  ['nuxi', ['NUXT_TELEMETRY_DISABLED', '1']],
  ['pwsh', ['POWERSHELL_TELEMETRY_OPTOUT', '1']],
  ['sam', ['SAM_CLI_TELEMETRY', '0']],
  ['turbo', ['TURBO_TELEMETRY_DISABLED', '1']],
  ['vcpkg', ['VCPKG_DISABLE_METRICS', '1']],
  ['wrangler', ['WRANGLER_SEND_METRICS', 'false']],
]);

/** Packages that fetch models, and say so. */
const HUGGING_FACE =
  /^(?:transformers|datasets|diffusers|accelerate|huggingface[_-]hub|sentence-transformers|peft)(?:[[=<>~!].*)?$/;

/** They start what another package brings. */
const PYTHONS = ['pip', 'pip3', 'python', 'python3'];
const RUNNERS = ['npx', 'pnpx', 'bunx', 'pnpm', 'yarn'];

export default rule({
  id: 'telemetry-off',
  on: 'dockerfile',
  title: 'Tools in a build send no statistics',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['tally/prefer-telemetry-opt-out'],
  *check(file) {
    const face = pipPackages(file).filter(({ packages }) => packages.some(({ value }) => HUGGING_FACE.test(value ?? '')));
    const fetching = new Set(face.map(({ command }) => command));
    const told = new Map<Stage | null, Set<string>>();
    for (const command of file.commands(...SWITCHES.keys(), ...RUNNERS, ...PYTHONS)) {
      const { instruction: run } = command;
      const hugging =
        fetching.has(command) || command.args.some(({ value: word }) => word === 'huggingface_hub') ? 'huggingface-cli' : '';
      const [name, value] =
        SWITCHES.get(command.name) ?? SWITCHES.get(hugging) ?? SWITCHES.get(command.operands[0]?.value ?? '') ?? [];
      const here = told.get(run.stage) ?? new Set();
      if (!name || here.has(name) || file.expand(`$${name}`, run) || file.expand('$DO_NOT_TRACK', run)) continue;
      here.add(name);
      told.set(run.stage, here);
      if (
        run.commands.some(
          ({ assignments, args }) =>
            assignments.some((one) => one.name === name) ||
            args.some(({ text }) => text.startsWith(`${name}=`) || text === 'telemetry'),
        )
      )
        continue;
      yield {
        at: command.nameRange,
        message: `\`${command.name}\` tells its makers about each build. \`ENV ${name}=${value}\` turns that off.`,
        subject: `${file.subject(run.keywordRange)} ${name}`,
      };
    }
    for (const shell of file.instructions('SHELL')) {
      const [word] = shell.json ?? [];
      if (
        !/(?:^|[\\/])pwsh(?:\.exe)?$/i.test(word?.value ?? '') ||
        told.get(shell.stage)?.has('POWERSHELL_TELEMETRY_OPTOUT') ||
        file.expand('$POWERSHELL_TELEMETRY_OPTOUT', shell)
      )
        continue;
      yield {
        at: word?.range ?? shell.keywordRange,
        message: '`pwsh` tells its makers about each start. `ENV POWERSHELL_TELEMETRY_OPTOUT=1` turns that off.',
      };
    }
  },
});
