import { hasHealthcheck, isForDevelopment, rule, servesRails } from '#rule';

const ASKS = '`["ruby", "-rnet/http", "-e", …]` asks `/up` with what the image has already';

export default rule({
  id: 'rails-healthcheck',
  on: 'dockerfile',
  title: 'Images of Rails check their health with Ruby',
  severity: 'info',
  category: 'reliability',
  presets: [],
  also: ['tally/ruby/healthcheck-rails-up-endpoint', 'tally/healthcheck-rails-up-endpoint'],
  *check(file) {
    const final = file.stages.at(-1);
    if (!final?.image || !servesRails(final) || isForDevelopment(file)) return;
    const check = [final, ...final.ancestors()].flatMap((stage) => stage.instructionsOf('HEALTHCHECK')).at(0);
    const tool = check?.commands.find(({ name }) => name === 'curl' || name === 'wget');
    if (tool) yield { at: tool.nameRange, message: `The image needs \`${tool.name}\` for this check alone. ${ASKS}.` };
    else if (!check && !hasHealthcheck(file, null))
      yield {
        at: final.from.keywordRange,
        message: `This image of Rails has no HEALTHCHECK. Rails answers \`/up\` since 7.1; ${ASKS}.`,
        subject: `${file.subject(final.from.keywordRange)} rails`,
      };
  },
});
