import { commandSubject, copiesContext, type Dockerfile, type Instruction, installsDependencies, isService, rule } from '#rule';

/** They need nothing but their manifests; workspaces of other managers, and restores of whole solutions, need many files. */
const PLAIN = /^(?:npm|yarn|pip3?|bundle)$/;

/** `# The source has configuration that the install needs` above the COPY, and what only the managers of many packages say. */
const isExplained = ({ source }: Dockerfile, { range }: Instruction): boolean =>
  /#[^\n]{0,200}\b(?:because|config\w*|for|needs?|needed|required?|scripts?|to have)\b[^\n]{0,200}\n[^#\n]{0,60}$/i.test(
    source.text.slice(Math.max(0, range.start - 500), range.start),
  ) || /\b(?:lerna|nx|turbo|workspaces?)\b/.test(source.text);

export default rule<{ images: 'services' | 'all' }>({
  id: 'dependencies-before-source',
  on: 'dockerfile',
  title: 'Dependencies are installed before the source is copied',
  severity: 'info',
  category: 'performance',
  options: {
    properties: {
      images: {
        type: 'string',
        enum: ['services', 'all'],
        description:
          'Which images are told: services whose npm, yarn, pip or bundle install comes right behind the source, or all.',
        default: 'services',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    if (options.images === 'services' && !isService(file)) return;
    for (const { instructions } of file.stages) {
      const at = instructions.findIndex((one) => (one.keyword === 'COPY' || one.keyword === 'ADD') && copiesContext(one));
      const source = instructions[at];
      if (source && options.images === 'services' && isExplained(file, source)) continue;
      if (!source || instructions.slice(0, at).some(({ commands }) => commands.some(installsDependencies))) continue;
      for (const { keyword, commands, flags } of instructions.slice(at + 1)) {
        const install = keyword === 'RUN' ? commands.find(installsDependencies) : undefined;
        if (!install && options.images === 'services' && /^(?:RUN|COPY|ADD)$/.test(keyword)) break;
        if (!install) continue;
        if (options.images === 'services' && !PLAIN.test(install.name)) break;
        if (flags.some(({ value }) => value?.includes('type=cache'))) break;
        const option = install.args.findIndex(({ text }) => text.startsWith('-'));
        const words = option < 0 ? install.args : install.args.slice(0, option);
        const what = [install.name, ...words.map(({ text }) => text)].join(' ').slice(0, 60);
        yield {
          at: install.nameRange,
          message: `Every change of any file in the context makes \`${what}\` run again, because the whole context is copied above. Copy the manifests first, install, and copy the rest then.`,
          subject: commandSubject(file, install),
          related: [{ at: source.keywordRange, message: 'The whole context is copied here.' }],
        };
        break;
      }
    }
  },
});
