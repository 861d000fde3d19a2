import { hasHealthcheck, rule } from '#rule';

/** Where the platform checks health by itself and ignores what the image says. */
const SERVERLESS =
  /public\.ecr\.aws\/lambda|^(?:amazon\/aws-lambda-|public\.ecr\.aws\/sam\/)|mcr\.microsoft\.com\/azure-functions|gcr\.io\/buildpacks/;

export default rule({
  id: 'has-healthcheck',
  on: 'dockerfile',
  title: 'The image tells how to check its health',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  also: ['hadolint/DL3057', 'trivy/DS-0026', 'kics/b03a748a', 'kics/healthcheck_instruction_missing', 'checkov/CKV_DOCKER_2'],
  cis: ['4.6'],
  *check(file) {
    const final = file.stages.at(-1);
    const chain = final ? [final, ...final.ancestors()] : [];
    if (!final?.image || chain.some((stage) => stage.instructionsOf('HEALTHCHECK').length > 0)) return;
    const root = chain.at(-1) ?? final;
    if (hasHealthcheck(file, null) || SERVERLESS.test(root.image?.text ?? '')) return;
    yield {
      at: final.from.keywordRange,
      message:
        'This image has no HEALTHCHECK: Docker and Compose see a container of it that hangs as running, and nothing can wait until it is ready.',
      subject: `${file.subject(final.from.keywordRange)} healthcheck`,
    };
  },
});
