import { isRuby, namesDevelopment, rule } from '#rule';

/** Bundler's names for hosts, `BUNDLE_GEMS__EXAMPLE__COM`, but not for its own settings, and those that assets are fetched with. */
const CREDENTIAL =
  /^(?:BUNDLE_(?!(?:BUILD|MIRROR|LOCAL|PLUGINS?|GEM)__)[A-Z0-9_]{1,100}__[A-Z]{2,20}|GEM_HOST_API_KEY|NPM_TOKEN|YARN_AUTH_TOKEN)$/;

export default rule({
  id: 'registry-credentials-mounted',
  on: 'dockerfile',
  title: 'Credentials for gems and packages are mounted as secrets',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['tally/ruby/prefer-secret-mounts-for-build-credentials', 'tally/prefer-secret-mounts-for-build-credentials'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    for (const { stage, pairs } of file.instructions('ARG', 'ENV'))
      for (const { name } of pairs) {
        if (!CREDENTIAL.test(name.value)) continue;
        if (stage ? namesDevelopment(stage.name?.value ?? '') || !isRuby(stage) : !file.stages.some(isRuby)) continue;
        yield {
          at: name.range,
          message: `\`${name.value}\` stays in the history of the image, for everybody who pulls it. \`RUN --mount=type=secret,id=…,env=${name.value}\` shows it to one step only.`,
        };
      }
  },
});
