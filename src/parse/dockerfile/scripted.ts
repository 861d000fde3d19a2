// A RUN whose script is the body of a heredoc.
import type { Heredoc, Instruction } from './model.ts';

/** `RUN <<EOF`; `null` where the shell is given a line, too: `RUN cat <<EOF > file`. */
export function scriptHeredoc(instruction: Instruction): Heredoc | null {
  const [heredoc] = instruction.heredocs;
  return heredoc && instruction.heredocs.length === 1 && /^<<-?["']?\w+["']?$/.test(instruction.text.trim()) ? heredoc : null;
}
