import { outOfScope, rule } from '#rule';

export default rule({
  id: 'args-in-scope',
  on: 'dockerfile',
  title: 'Every stage declares the build arguments that it uses',
  severity: 'warning',
  category: 'reliability',
  presets: ['strict'],
  also: ['sonar-iac/S6579'],
  *check(file) {
    for (const { name, range, where } of outOfScope(file)) {
      const why =
        where === undefined
          ? 'Docker knows it, but gives it only to stages that ask for it'
          : where === null
            ? 'only FROM sees the ARG in front of the first FROM'
            : `the ARG of ${where.name ? `the stage \`${where.name.text}\`` : 'another stage'} ends with that stage`;
      yield {
        at: range,
        message: `\`$${name}\` is empty here unless the base image sets it: ${why}. Write \`ARG ${name}\` in this stage, above the RUN.`,
      };
    }
  },
});
