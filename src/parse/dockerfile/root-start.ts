// Whether containers of the final image surely begin as root because no USER is set, and do something that matters then.
import type { ImageRef } from '../image.ts';
import { type KnownUser, knownUser } from '../known-images.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';
import { dropsRoot, lastUser } from './user.ts';

export interface RootStart {
  readonly final: Stage;
  /** The image that the first stage of its chain begins with; `null`: `scratch`. */
  readonly ref: ImageRef | null;
  readonly base: KnownUser;
  /** CMD or ENTRYPOINT of the final stage. */
  readonly entry: Instruction | null;
}

/** An image to work in by hand: it starts a shell and nothing else. */
const opensShell = ({ commands: [command, ...others] }: Instruction) =>
  others.length === 0 &&
  command !== undefined &&
  /^(?:sh|bash|ash|dash|zsh)$/.test(command.name) &&
  command.operands.length === 0;

export function rootStart(file: Dockerfile): RootStart | null {
  const final = file.stages.at(-1);
  if (!final || lastUser(final) || dropsRoot(final)) return null;
  const chain = [final, ...final.ancestors()];
  const { image, ref } = chain.at(-1) ?? final;
  const scratch = image?.value === 'scratch';
  const base = scratch ? { root: true, user: 'nobody', uid: '65532:65532', dropsRoot: false } : ref && knownUser(ref);
  const runs = chain.some((stage) => stage.instructionsOf('CMD', 'ENTRYPOINT', 'EXPOSE', 'HEALTHCHECK').length > 0);
  if (!base?.root || base.dropsRoot || !runs) return null;
  const [entry] = final.instructionsOf('CMD', 'ENTRYPOINT');
  return entry && opensShell(entry) ? null : { final, ref: scratch ? null : ref, base, entry: entry ?? null };
}
