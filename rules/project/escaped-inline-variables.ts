import { declarations, insert, rule } from '#rule';

export default rule({
  id: 'escaped-inline-variables',
  on: 'project',
  title: 'Variables of an inline Dockerfile are written with two dollar signs',
  severity: 'warning',
  category: 'consistency',
  fixes: 'unsafe',
  *check({ inlines }) {
    for (const { file, dockerfile, service, variables } of inlines) {
      if (variables.length === 0) continue;
      const declared = declarations(dockerfile);
      for (const { text, range, offset } of variables) {
        // `${NAME:-default}` means the same to both.
        const name = /^\$(?:\{(\w+)\}|(\w+))$/.exec(text)?.slice(1).find(Boolean);
        const declaration = name === undefined ? undefined : declared.get(name);
        // `ARG UID=${UID}` takes the default from who starts the project.
        const within = dockerfile.instructionAt(offset);
        const isDefault = within?.keyword === 'ARG' && within.pairs.some((pair) => pair.name.value === name);
        if (!declaration || offset <= declaration.range.end || isDefault) continue;
        const written = file.source.text.startsWith(text, range.start);
        yield {
          path: file.path,
          at: range,
          message: `Compose replaces \`${text}\` before the build sees it, by a variable of whoever starts the project, or by nothing: the \`${name}\` that this Dockerfile declares is never used.`,
          subject: `services.${service}.build.dockerfile_inline/${text}`,
          fix: written
            ? { title: `Write \`$${text}\`: the build then uses its own`, edits: [insert(range.start, '$')] }
            : undefined,
        };
      }
    }
  },
});
