import { familiarName, type Manager, packageCommands, rule, type Stage, shippedStages } from '#rule';

const MANAGERS: readonly Manager[] = ['apt', 'apk', 'dnf', 'zypper'];
const TOOLS =
  /^(?:build-essential|build-base|gcc|g\+\+|gcc-c\+\+|clang|cmake|make|automake|autoconf|libtool|rustc|cargo|golang(?:-go)?|go|maven|gradle|(?:default|openjdk-\d+)-jdk(?:-headless)?|python3?-dev(?:el)?|linux-headers|linux-libc-dev|kernel-headers|@?development-tools)$/;
/** Official images that are there to build with. */
const BUILDERS = /^(?:golang|rust|maven|gradle|gcc|swift|haskell|buildpack-deps)$/;

const first = (stage: Stage) => [stage, ...stage.ancestors()].at(-1) ?? stage;

export default rule({
  id: 'no-build-tools-in-image',
  on: 'dockerfile',
  title: 'Tools that only build are not in the image',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  also: [
    'tally/prefer-multi-stage-build',
    'tally/gpu/prefer-runtime-final-stage',
    'tally/prefer-runtime-final-stage',
    'droast/DF011',
  ],
  cis: ['4.3'],
  nist: ['4.1.2'],
  *check(file) {
    const final = file.stages.at(-1);
    if (!final) return;
    const starts = [final, ...final.ancestors()].some((stage) => stage.instructionsOf('CMD', 'ENTRYPOINT').length > 0);
    const { image, ref } = first(final);
    const shipped = shippedStages(file);
    const installs = MANAGERS.flatMap((manager) => packageCommands(file, manager, 'install', 'remove'));
    const compiles = final.instructions.some(({ commands }) =>
      commands.some(({ name }) => /^(?:nvcc|gcc|g\+\+|make|cmake|ninja)$/.test(name)),
    );
    const tools = installs.filter(({ packages }) => packages.some(({ value }) => TOOLS.test(value ?? '')));
    const cuda =
      ref?.repository === 'nvidia/cuda' && /(?:^|-)devel(?:-|$)/.test(ref.tag ?? '') && !compiles && tools.length === 0;
    if (image && ref && (cuda || (starts && ref.official && BUILDERS.test(ref.name))))
      yield {
        at: image.range,
        message: `\`${familiarName(ref)}\` brings compilers and headers that nobody needs who only runs the image: more to download, and more to break in with. Build in a stage of its own, and copy the result to ${cuda ? 'the `runtime` image' : 'a smaller image'}.`,
      };
    for (const { command, task, packages } of starts ? tools : []) {
      const { stage, commands } = command.instruction;
      const [tool] = packages.filter(({ value }) => TOOLS.test(value ?? '')).sort((a, b) => (a.text < b.text ? -1 : 1));
      const removed = installs.some((other) => other.task === 'remove' && commands.includes(other.command));
      if (task !== 'install' || !tool || !stage || !shipped.has(stage) || removed) continue;
      yield {
        at: tool.range,
        message: `\`${tool.value}\` is only needed to build, and stays in the image. Build in a stage of its own and copy the result, or remove it in the same RUN.`,
      };
    }
  },
});
