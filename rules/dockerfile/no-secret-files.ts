import { type Instruction, isSecretFile, namesSecretFile, rule, shippedStages, type Word } from '#rule';

const DESTINATION = /^\$\{?(\w{1,64})\}?$/;

/** Sources of a COPY or ADD, where the destination's variable or their own names tell what they are. */
function secretSources(copy: Instruction): readonly Word[] {
  const words = copy.json ?? copy.words;
  const sources = copy.heredocs.length > 0 ? [] : words.slice(0, -1);
  const variable = DESTINATION.exec(words.at(-1)?.value ?? '')?.[1] ?? '';
  return namesSecretFile(variable) ? sources : sources.filter(({ value }) => !value.includes('://') && isSecretFile(value));
}

export default rule({
  id: 'no-secret-files',
  on: 'dockerfile',
  title: 'Files with secrets are not copied into the image',
  severity: 'warning',
  category: 'security',
  also: ['trivy/DS-0031', 'dockle/CIS-DI-0010'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    const shipped = shippedStages(file);
    for (const copy of file.instructions('COPY', 'ADD')) {
      if (!copy.stage || !shipped.has(copy.stage)) continue;
      for (const source of secretSources(copy))
        yield {
          at: source.range,
          message: `\`${source.value}\` usually holds secrets, and stays in the image for everybody who can pull it, even if a later step removes it. Mount it when the container starts, or into the one step that needs it with \`RUN --mount=type=secret\`.`,
        };
    }
    for (const instruction of file.instructions('ENV', 'ARG'))
      for (const { name, value } of instruction.pairs) {
        if (!value || !namesSecretFile(name.value) || !instruction.stage || !shipped.has(instruction.stage)) continue;
        const folder = /^(?:\.\/)?([^/$]+)\/|^\.\/|^[^/$]+$/.exec(value.value);
        if (folder && copiesInto(instruction.stage.instructionsOf('COPY', 'ADD'), folder[1]))
          yield {
            at: value.range,
            message: `\`${name.value}\` names \`${value.value}\`, a file with credentials that came into the image with the files copied above: everybody who can pull it has them. Mount it when the container starts.`,
          };
      }
  },
});

/** Whether the working directory, or a folder in it, gets files of the context. */
function copiesInto(copies: readonly Instruction[], folder: string | undefined): boolean {
  return copies.some((copy) => {
    const target = (copy.json ?? copy.words).at(-1)?.value.replace(/^\.?\/|\/$/g, '') ?? '';
    return !copy.flag('from') && (target === '' || target === '.' || target === folder);
  });
}
