// What rules may ask of shell commands.
export { type Membership, membership } from './accounts.ts';
export { appendCommand } from './append.ts';
export { runnerOf } from './downloaded.ts';
export { commandLines, isBegun } from './line-length.ts';
export { andThen, behindAnd, onOwnLines, openList, plainList } from './list-style.ts';
export { grants, isOctal, isSticky, setsUser } from './mode.ts';
export type { Arg, Command } from './model.ts';
export { savedProgram } from './saved-program.ts';
export { withoutCommand } from './without-command.ts';
