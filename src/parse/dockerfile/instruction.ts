// One instruction: its parts are read when they are first asked for.
import type { Range } from '../../model.ts';
import { type Joined, rangeAt } from '../joined.ts';
import type { Command, Script, Shell } from '../shell/model.ts';
import { execCommands, readScript } from '../shell/read.ts';
import { DEFAULT_SHELL } from './interpreter.ts';
import { type ExecForm, execForm } from './json.ts';
import type { Comment, Flag, Heredoc, Instruction, Pair, Stage, Word } from './model.ts';
import { readPairs } from './pairs.ts';
import { shellText } from './shell-text.ts';
import { findBlank, skipBlank } from './space.ts';
import { blankSpans, quotedSpans, wordAt } from './words.ts';

/** What the structural pass knows of an instruction; indices count in `joined.text`. */
export interface Outline {
  readonly source: string;
  readonly joined: Joined;
  readonly escapeChar: string;
  readonly keywordStart: number;
  readonly keywordEnd: number;
  readonly flags: readonly Flag[];
  readonly argumentsStart: number;
  readonly argumentsEnd: number;
  readonly startLine: number;
  readonly comments: readonly Comment[];
  readonly emptyLines: readonly Range[];
  readonly onbuild: Instruction | null;
}

const EXEC_FORMS = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'HEALTHCHECK', 'RUN', 'SHELL', 'VOLUME']);
const ONE_WORD = new Set(['MAINTAINER', 'STOPSIGNAL', 'USER', 'WORKDIR']);
const BLANK_SEPARATED = new Set(['ADD', 'COPY', 'EXPOSE', 'FROM', 'VOLUME']);
const PAIRS = new Set(['ARG', 'ENV', 'LABEL']);
const noHeredocs: readonly Heredoc[] = [];

export class InstructionNode implements Instruction {
  readonly outline: Outline;
  readonly keyword: string;
  readonly startLine: number;
  endLine: number;
  end = 0;
  heredocs: readonly Heredoc[] = noHeredocs;
  stage: Stage | null = null;
  trigger: InstructionNode | null = null;
  interpreter: Shell = DEFAULT_SHELL;
  #exec: ExecForm | undefined;
  #words: readonly Word[] | undefined;
  #pairs: readonly Pair[] | undefined;
  #shell: Script | null | undefined;
  #commands: readonly Command[] | undefined;
  #keywordRange: Range | undefined;

  constructor(outline: Outline) {
    this.outline = outline;
    this.keyword = outline.joined.text.slice(outline.keywordStart, outline.keywordEnd).toUpperCase();
    this.startLine = outline.startLine;
    this.endLine = outline.startLine;
  }

  /** What was read lazily is read again when it is asked for. */
  forget(): void {
    this.#exec = undefined;
    this.#words = undefined;
    this.#pairs = undefined;
    this.#shell = undefined;
    this.#commands = undefined;
  }

  get keywordRange(): Range {
    this.#keywordRange ??= rangeAt(this.outline.joined, this.outline.keywordStart, this.outline.keywordEnd);
    return this.#keywordRange;
  }

  get range(): Range {
    return { start: this.keywordRange.start, end: this.end };
  }

  get flags(): readonly Flag[] {
    return this.outline.flags;
  }

  flag(name: string): Flag | null {
    return this.outline.flags.find((flag) => flag.name === name) ?? null;
  }

  get arguments(): Range {
    return rangeAt(this.outline.joined, this.outline.argumentsStart, this.outline.argumentsEnd);
  }

  get text(): string {
    return this.outline.joined.text.slice(this.outline.argumentsStart, this.outline.argumentsEnd);
  }

  get comments(): readonly Comment[] {
    return this.outline.comments;
  }

  get emptyLines(): readonly Range[] {
    return this.outline.emptyLines;
  }

  get onbuild(): Instruction | null {
    return this.outline.onbuild;
  }

  /** The exec form, or why it is none. */
  get exec(): ExecForm {
    if (this.#exec === undefined) this.#exec = EXEC_FORMS.has(this.keyword) ? this.#readExec() : null;
    return this.#exec;
  }

  get json(): readonly Word[] | null {
    const { exec } = this;
    return exec && 'words' in exec ? exec.words : null;
  }

  get words(): readonly Word[] {
    this.#words ??= this.#readWords();
    return this.#words;
  }

  get pairs(): readonly Pair[] {
    const { joined, argumentsStart, argumentsEnd, escapeChar } = this.outline;
    this.#pairs ??= PAIRS.has(this.keyword) ? readPairs(joined, argumentsStart, argumentsEnd, escapeChar, this.keyword) : [];
    return this.#pairs;
  }

  get shell(): Script | null {
    if (this.#shell === undefined) {
      const text = this.interpreter.kind === 'posix' ? shellText(this) : null;
      this.#shell = text ? readScript(text, this) : null;
    }
    return this.#shell;
  }

  get commands(): readonly Command[] {
    this.#commands ??= this.shell?.commands ?? (this.json ? execCommands(this, this.outline.source) : []);
    return this.#commands;
  }

  /** Where the command of HEALTHCHECK CMD begins in the joined text; for others where the arguments do. */
  get bodyStart(): number {
    const { joined, argumentsStart, argumentsEnd } = this.outline;
    if (this.keyword !== 'HEALTHCHECK') return argumentsStart;
    return skipBlank(joined.text, findBlank(joined.text, argumentsStart, argumentsEnd), argumentsEnd);
  }

  #readExec(): ExecForm {
    return execForm(this.outline.joined, this.bodyStart, this.outline.argumentsEnd);
  }

  #readWords(): readonly Word[] {
    const { joined, argumentsStart: start, argumentsEnd: end, escapeChar } = this.outline;
    if (start >= end) return [];
    if (ONE_WORD.has(this.keyword)) return [wordAt(joined, { start, end }, escapeChar)];
    if (this.json)
      return this.keyword === 'HEALTHCHECK' ? [wordAt(joined, this.#typeSpan(), escapeChar), ...this.json] : this.json;
    const spans = BLANK_SEPARATED.has(this.keyword)
      ? blankSpans(joined.text, start, end)
      : quotedSpans(joined.text, start, end, escapeChar.charCodeAt(0));
    return spans.map((span) => wordAt(joined, span, escapeChar));
  }

  #typeSpan() {
    const { joined, argumentsStart: start, argumentsEnd } = this.outline;
    return { start, end: findBlank(joined.text, start, argumentsEnd) };
  }
}
