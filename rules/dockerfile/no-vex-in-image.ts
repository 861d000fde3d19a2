import { rule } from '#rule';

export default rule({
  id: 'no-vex-in-image',
  on: 'dockerfile',
  title: 'Statements about vulnerabilities are attached to the image',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['tally/prefer-vex-attestation'],
  *check(file) {
    for (const copy of file.instructions('COPY', 'ADD')) {
      const found = (copy.json ?? copy.words)
        .slice(0, -1)
        .find(({ value }) => /(?:^|[./_-])(?:open)?vex(?:[._-][\w.-]{0,60})?\.json$|\.(?:open)?vex$/i.test(value));
      if (!found) continue;
      yield {
        at: found.range,
        message: `\`${found.text}\` inside of the image ages with it. As an attestation (\`docker scout attestation add\`, \`cosign attest\`) it is found by scanners, and can be renewed without a build.`,
      };
    }
  },
});
