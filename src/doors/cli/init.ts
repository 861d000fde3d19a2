// `hullcheck init`: writes a settings file with a comment on every key, or the equal of another tool's.
import fs from 'node:fs';
import path from 'node:path';
import { isNotice } from '../../change/decode.ts';
import { readFile, reason } from '../../change/read.ts';
import { defaultSettings } from '../../config/defaults.ts';
import { settingsText } from '../../config/write.ts';
import { SETTINGS_PATH, SETTINGS_PATHS } from '../../discover.ts';
import type { SourceFile } from '../../model.ts';
import { visible } from '../../report/escape.ts';
import { has, type Invocation, optionOf } from './command.ts';
import { Refusal } from './refusal.ts';
import { allRules, loadCompose } from './supply.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { cwd } = terminal;
  const peer = hadolintFile(cwd);
  const wanted = optionOf(invocation, 'from') === 'hadolint';
  if (wanted && !peer) throw new Refusal('There is no .hadolint.yaml and no .hadolint.yml here to take settings from.');
  const target = path.join(cwd, SETTINGS_PATH);
  if (!has(invocation, 'stdout') && !has(invocation, 'force') && fs.existsSync(target))
    throw new Refusal(`${SETTINGS_PATH} is there already. To replace it: --force. To look first: --stdout`);
  const text = wanted && peer ? await equalOf(peer, terminal) : settingsText(defaultSettings);
  if (has(invocation, 'stdout')) {
    await terminal.print(text);
    return 0;
  }
  try {
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  } catch (error) {
    throw new Refusal(`${SETTINGS_PATH} cannot be written: ${reason(error)}.`);
  }
  await terminal.print(`Wrote ${SETTINGS_PATH}.\n`);
  if (peer && !wanted)
    await terminal.complain(`${peer.path} is no longer read. To take it over: hullcheck init --from hadolint --force`);
  return 0;
}

function hadolintFile(cwd: string): SourceFile | null {
  for (const shown of SETTINGS_PATHS) {
    if (shown === SETTINGS_PATH) continue;
    const read = readFile(path.join(cwd, shown), shown, [cwd]);
    if (!isNotice(read)) return read;
    if (!read.message.includes('does not exist')) throw new Refusal(`${shown}: ${read.message}`);
  }
  return null;
}

async function equalOf(source: SourceFile, terminal: Terminal): Promise<string> {
  const { readHadolint } = await loadCompose();
  const { settings, reasons, problems, left } = readHadolint(source, await allRules());
  const lost = [...problems, ...left];
  for (const one of lost) await terminal.complain(`not carried over from ${source.path}: ${visible(one)}`);
  const end = lost.length > 0 ? [`Not carried over from ${source.path}:`, ...lost.map((one) => `- ${one}`)] : [];
  return settingsText(settings, { rules: reasons, end });
}
