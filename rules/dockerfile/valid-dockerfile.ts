import { type Dockerfile, isTemplate, type Range, rule } from '#rule';

/** Codes of problems that are other rules' to tell. */
const OTHERS = new Set(['unknown-instruction', 'stage-order']);

/** Only the defaults of build arguments are bad: a build that passes others works. */
function dependsOnArguments(file: Dockerfile, code: string, range: Range): boolean {
  const text = file.source.text.slice(range.start, range.end);
  const from = file.instructionAt(range.start);
  return code === 'invalid-image' && text.includes('$') && from !== null && file.expand(text, from) !== '';
}

export default rule({
  id: 'valid-dockerfile',
  on: 'dockerfile',
  title: 'The Dockerfile is one that BuildKit accepts',
  severity: 'error',
  category: 'syntax',
  also: [
    'buildkit/syntax',
    'buildkit/parser',
    'buildkit/instruction-syntax',
    'buildkit/build-error-static',
    'hadolint/DL3011',
    'hadolint/DL3043',
    'hadolint/DL3061',
    'trivy/DS-0008',
    'kics/71bf8cf8',
    'kics/unix_ports_out_of_range',
    'semgrep/invalid-port',
    'datadog/first_instruction_should_be_arg_or_from',
    'datadog/from_or_maintainer_cannot_be_triggered_within_onbuild',
    'datadog/should_specify_base_image',
    'sonar-iac/S2260',
    'tally/invalid-onbuild-trigger',
    'tally/require-stages',
    'dockerfile-utils/ARGUMENT_EXTRA',
    'dockerfile-utils/ARGUMENT_MISSING',
    'dockerfile-utils/ARGUMENT_REQUIRES_AT_LEAST_ONE',
    'dockerfile-utils/ARGUMENT_REQUIRES_AT_LEAST_TWO',
    'dockerfile-utils/ARGUMENT_REQUIRES_ONE_OR_THREE',
    'dockerfile-utils/ARGUMENT_REQUIRES_TWO',
    'dockerfile-utils/ARGUMENT_UNNECESSARY',
    'dockerfile-utils/BASE_NAME_EMPTY',
    'dockerfile-utils/DUPLICATED_ESCAPE_DIRECTIVE',
    'dockerfile-utils/FLAG_AT_LEAST_ONE',
    'dockerfile-utils/FLAG_DUPLICATE',
    'dockerfile-utils/FLAG_EXPECTED_BOOLEAN_VALUE',
    'dockerfile-utils/FLAG_INVALID_DURATION',
    'dockerfile-utils/FLAG_INVALID_FROM_VALUE',
    'dockerfile-utils/FLAG_INVALID_LINK_VALUE',
    'dockerfile-utils/FLAG_LESS_THAN_1MS',
    'dockerfile-utils/FLAG_MISSING_DURATION',
    'dockerfile-utils/FLAG_MISSING_VALUE',
    'dockerfile-utils/FLAG_UNKNOWN_UNIT',
    'dockerfile-utils/HEALTHCHECK_CMD_ARGUMENT_MISSING',
    'dockerfile-utils/INVALID_AS',
    'dockerfile-utils/INVALID_BUILD_STAGE_NAME',
    'dockerfile-utils/INVALID_ESCAPE_DIRECTIVE',
    'dockerfile-utils/INVALID_PORT',
    'dockerfile-utils/INVALID_PROTO',
    'dockerfile-utils/INVALID_REFERENCE_FORMAT',
    'dockerfile-utils/INVALID_SIGNAL',
    'dockerfile-utils/INVALID_SYNTAX',
    'dockerfile-utils/NO_SOURCE_IMAGE',
    'dockerfile-utils/ONBUILD_CHAINING_DISALLOWED',
    'dockerfile-utils/ONBUILD_TRIGGER_DISALLOWED',
    'dockerfile-utils/SHELL_JSON_FORM',
    'dockerfile-utils/SHELL_REQUIRES_ONE',
    'dockerfile-utils/SYNTAX_MISSING_DOUBLE_QUOTE',
    'dockerfile-utils/SYNTAX_MISSING_EQUALS',
    'dockerfile-utils/SYNTAX_MISSING_NAMES',
    'dockerfile-utils/SYNTAX_MISSING_SINGLE_QUOTE',
    'dockerfile-utils/UNKNOWN_ADD_FLAG',
    'dockerfile-utils/UNKNOWN_COPY_FLAG',
    'dockerfile-utils/UNKNOWN_FROM_FLAG',
    'dockerfile-utils/UNKNOWN_HEALTHCHECK_FLAG',
    'dockerfile-utils/UNKNOWN_TYPE',
    'dockerfile-utils/UNSUPPORTED_MODIFIER',
  ],
  *check(file) {
    if (isTemplate(file)) return;
    for (const { code, range, message, hint } of file.problems) {
      if (OTHERS.has(code) || dependsOnArguments(file, code, range)) continue;
      yield { at: range, message: hint ? `${message} ${hint}` : message };
    }
  },
});
