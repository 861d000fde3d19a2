// Secrets that are recognised by their form alone: tokens with a prefix of their issuer, private keys, passwords in addresses.
import type { Range } from '../model.ts';

export interface SecretLiteral {
  /** `GitHub token` */
  readonly what: string;
  /** In the given text. */
  readonly range: Range;
}

/** Each form, as its issuer documents it. None can match for longer than its own length. */
const FORMS: readonly (readonly [what: string, form: RegExp])[] = [
  ['AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g],
  ['GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,255}\b|\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b/g],
  ['GitLab token', /\bgl(?:pat|dt|rt|ptt|ft|soat)-[\w-]{20,64}/g],
  ['Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{20,200}/g],
  ['Slack webhook', /\bhooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,32}/g],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['PyPI token', /\bpypi-AgE[\w-]{50,400}/g],
  ['Stripe key', /\b[sr]k_live_[A-Za-z0-9]{20,120}\b/g],
  ['Google API key', /\bAIza[\w-]{35}\b/g],
  ['OpenAI key', /\bsk-(?:proj-|svcacct-)?[\w-]{20,120}T3BlbkFJ[\w-]{20,120}/g],
  ['Anthropic key', /\bsk-ant-[a-z]{3,5}\d\d-[\w-]{80,120}/g],
  ['Hugging Face token', /\bhf_[A-Za-z]{34}\b/g],
  ['Docker token', /\bdckr_pat_[\w-]{27}/g],
  ['DigitalOcean token', /\bdo[oprt]_v1_[a-f0-9]{64}\b/g],
  ['SendGrid key', /\bSG\.[\w-]{22}\.[\w-]{43}/g],
  ['private key', /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY(?: BLOCK)?-----/g],
];
const ADDRESS =
  /\b[a-z][a-z0-9+]{1,15}:\/\/[^\s:/@"'$<>{}]{1,64}:([^\s:/@"'$<>{}*]{3,128})@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi;
/** One look tells that most texts have none of the forms. */
const HINTS =
  /A(?:KIA|SIA)[A-Z2-7]|\bgh[pousr]_|github_pat|\bgl[a-z]{2,4}-|\bxox|hooks\.slack|\bnpm_[A-Za-z0-9]{36}|pypi-A|k_live_|AIza|\bsk-[a-zA-Z]|\bhf_[A-Za-z]{34}|dckr_pat|\bdo[oprt]_v1|\bSG\.[\w-]{22}|PRIVATE KEY/;
const PLACEHOLDER = /example|xxxx|0{8}|1234567|abcdef|placeholder|your|dummy|changeme|redacted/i;
const MAX_TEXT = 100_000;
/** More in one text are not told. */
const MAX_FOUND = 100;

export function secretLiterals(text: string): SecretLiteral[] {
  if (text.length > MAX_TEXT) return [];
  const found: SecretLiteral[] = [];
  const forms = HINTS.test(text) ? FORMS : [];
  for (const [what, form] of forms)
    for (const { 0: match, index } of text.matchAll(form))
      if (!PLACEHOLDER.test(match)) found.push({ what, range: { start: index, end: index + match.length } });
  const addresses = text.includes('@') && text.includes('://') ? text.matchAll(ADDRESS) : [];
  for (const { 0: match, 1: password = '', index } of addresses) {
    if (found.length >= MAX_FOUND) break;
    if (PLACEHOLDER.test(match) || /^(?:pass(?:word)?|secret|token|pwd)$/i.test(password)) continue;
    const start = index + match.lastIndexOf(`:${password}@`) + 1;
    if (!found.some(({ range }) => range.start < start + password.length && start < range.end))
      found.push({ what: 'password in an address', range: { start, end: start + password.length } });
  }
  return found.sort((a, b) => a.range.start - b.range.start).slice(0, MAX_FOUND);
}
