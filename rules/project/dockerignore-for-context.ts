import {
  buildContextOf,
  copiesContext,
  type Dockerfile,
  ignoreFiles,
  ignoreFilesOf,
  insert,
  installsDependencies,
  lineEnd,
  type Project,
  type ProposedFix,
  parseDockerignore,
  rule,
  shippedStages,
} from '#rule';

const ENV_FILES = ['.env', '.env.local', '.env.production', '.env.development'];

interface Leak {
  readonly pattern: string;
  readonly why: string;
}

/** What a build of the whole context would take along that nobody wants in the image. */
function leaks(project: Project, file: Dockerfile, context: string): Leak[] {
  const within = (name: string) => (context === '' ? name : `${context}/${name}`);
  const shipped = shippedStages(file);
  const copied = file.stages.filter((stage) => stage.instructionsOf('COPY', 'ADD').some(copiesContext));
  const reaches = copied.some((stage) => shipped.has(stage));
  const found: Leak[] = [];
  // A folder with these is the root of a repository, and so has its history.
  if (reaches && context === '' && ['.gitignore', '.gitattributes', '.gitmodules'].some((name) => project.has(name)))
    found.push({ pattern: '.git', why: 'the history of the repository (`.git`)' });
  const secret = ENV_FILES.find((name) => project.has(within(name)));
  if (reaches && secret) found.push({ pattern: secret, why: `\`${secret}\`` });
  const overwritten = copied.some(({ instructions }) => {
    const copy = instructions.findIndex((one) => one.keyword === 'COPY' && copiesContext(one));
    return instructions
      .slice(0, copy)
      .some(({ commands }) => commands.some((one) => /^(?:npm|yarn|pnpm)$/.test(one.name) && installsDependencies(one)));
  });
  if (overwritten && project.has(within('package.json')))
    found.push({ pattern: 'node_modules', why: 'a local `node_modules`, over the one that was installed above' });
  return found;
}

function added(project: Project, path: string | undefined, missing: readonly Leak[]): ProposedFix | undefined {
  const text = path === undefined ? undefined : project.source(path)?.text;
  if (path === undefined || text === undefined) return undefined;
  const end = lineEnd(text);
  const lines = missing.map(({ pattern }) => `${pattern}${end}`).join('');
  const patterns = missing.map(({ pattern }) => `\`${pattern}\``).join(', ');
  const edit = insert(text.length, `${text === '' || text.endsWith('\n') ? '' : end}${lines}`, path);
  return { title: `Add ${patterns} to ${path}; builds then do not see it`, edits: [edit] };
}

export default rule({
  id: 'dockerignore-for-context',
  on: 'project',
  title: 'A .dockerignore keeps out what no image needs',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  also: ['droast/DF033'],
  nist: ['4.1.4'],
  *check(project) {
    for (const file of project.dockerfiles) {
      // Who builds it is asked first: of most files nothing is known, and they need not be looked at.
      const context = buildContextOf(project.composeFiles, file.path);
      if (context === null || project.has('Dockerfile') === undefined) continue;
      const copy = file.instructions('COPY', 'ADD').find(copiesContext);
      const source = copy && (copy.json ?? copy.words)[0];
      if (!source) continue;
      const [path] = ignoreFilesOf(file.path, context).filter((one) => project.has(one));
      const text = path === undefined ? '' : project.source(path)?.text;
      // In doubt about the context any of them may be read; one that nobody brought cannot be judged.
      if (text === undefined || (path === undefined && ignoreFiles(file.path).some((one) => project.has(one)))) continue;
      const matcher = parseDockerignore({ text });
      const missing = leaks(project, file, context).filter(
        ({ pattern }) => !matcher.ignores(pattern) && !matcher.ignores(`${pattern}/x`),
      );
      if (missing.length === 0) continue;
      yield {
        path: file.path,
        at: source.range,
        message: `\`${copy.keyword} ${source.value}\` also copies ${missing.map(({ why }) => why).join(', and ')}: ${path === undefined ? 'there is no .dockerignore' : `${path} does not keep it out`}.`,
        subject: `${file.subject(copy.keywordRange)} ${missing.map(({ pattern }) => pattern).join(' ')}`,
        fix: added(project, path, missing),
      };
    }
  },
});
