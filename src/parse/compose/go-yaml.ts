// Where Compose's reader takes texts that YAML 1.2 forbids, or takes them differently: the same text, equally long, in words that the yaml package understands alike.
// https://github.com/yaml/go-yaml/blob/v4/internal/libyaml/scanner.go

/** Stands for a `:` that ends no key, and beside a quote that was escaped for nothing. */
const COLON = '\ue000';
const NOTHING = '\ue001';
const TAKEN = /[\ue000\ue001]/;

const BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/g;
const MAYBE_COLON = /[^\s:,[\]{}"']:[,[\]{}]/;
const DOCUMENT = /(?:---|\.\.\.)(?=[ \t\r\n]|$)/y;

/** Any line break as `\n`: to Compose a lone carriage return is one, too. */
export const withBreaks = (text: string): string => (/[\r\u0085\u2028\u2029]/.test(text) ? text.replace(BREAK, '\n') : text);

/** Between brackets a `:` ends a key only where a blank follows: `{a:}` has the key `a:`. */
export function withColons(text: string): string {
  return MAYBE_COLON.test(text) && !TAKEN.test(text) ? (new Scanner(text).scanned(false) ?? text) : text;
}

/**
 * Quoted values and brackets that span lines, in one line: Compose does not look at their indentation. `null` when there is nothing to do.
 */
export function straightened(text: string): string | null {
  if (TAKEN.test(text)) return null;
  const result = new Scanner(text).scanned(true);
  return result === text ? null : result;
}

const MAYBE_TAB = /^ *\t|[-?] *\t/m;

/** Where a tab stands in front of what Compose wants to be indented with spaces, even on a line that is otherwise empty; -1: nowhere. */
export function wrongTab(text: string): number {
  if (!MAYBE_TAB.test(text)) return -1;
  const scanner = new Scanner(text);
  scanner.scanned(false);
  return scanner.tab;
}

/** What the placeholders stand for. */
export const restored = (value: string): string =>
  TAKEN.test(value) ? value.replaceAll(COLON, ':').replaceAll(NOTHING, '') : value;

/** One pass over the text, as far as needed to know what is quoted, between brackets, a comment or a block of text. */
class Scanner {
  readonly #text: string;
  readonly #changes: (readonly [at: number, character: string])[] = [];
  #at = 0;
  #straighten = false;
  /** The first tab that is no indentation. */
  tab = -1;
  /** From this column on, tabs may follow an unquoted value that may go on. */
  #tabsFrom = Number.POSITIVE_INFINITY;

  /** Of the comment above, with nothing but empty lines between: the first wrong tab in front of its end. */
  #tabAtComment: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  scanned(straighten: boolean): string | null {
    this.#straighten = straighten;
    while (this.#at < this.#text.length) if (!this.#line()) return null;
    const pieces: string[] = [];
    let from = 0;
    for (const [at, character] of this.#changes) {
      pieces.push(this.#text.slice(from, at), character);
      from = at + 1;
    }
    return pieces.join('') + this.#text.slice(from);
  }

  /** From the start of a line to its end, or to the end of the value that begins in it. */
  #line(): boolean {
    const text = this.#text;
    const start = this.#at;
    if (text[start] === '%') return this.#toLineEnd();
    let parent = -1;
    let token = start;
    if (matches(DOCUMENT, text, start)) this.#at += 3;
    this.#blanks(start + this.#tabsFrom);
    const isEmpty = /^[\n\r]?$/.test(text[this.#at] ?? '');
    if (text[this.#at] === '#') {
      // What follows a comment is one, whatever stands in front of it.
      if (this.#tabAtComment !== undefined) this.tab = this.#tabAtComment;
      this.#tabAtComment = this.tab;
    } else if (!isEmpty) this.#tabAtComment = undefined;
    const goesOn = this.#tabsFrom;
    if (!isEmpty) this.#tabsFrom = Number.POSITIVE_INFINITY;
    for (;;) {
      this.#blanks();
      const character = text[this.#at];
      if (character === '#' && !/\s/.test(text[this.#at - 1] ?? ' ')) this.#comment();
      if (character === undefined || character === '\n' || character === '#') return this.#toLineEnd();
      if (/[-?:]/.test(character) && this.#endsWord(this.#at + 1)) {
        parent = (character === ':' ? token : this.#at) - start;
        this.#at++;
        if (character !== ':') this.#blanks(Number.POSITIVE_INFINITY);
      } else if (character === '|' || character === '>') return this.#block(parent);
      else {
        token = this.#at;
        if (!this.#value(character)) return false;
        const plain = !/["'[{&*!]/.test(character) && /^[\n\r]?$/.test(text[this.#at] ?? '');
        if (plain) this.#tabsFrom = parent < 0 && goesOn < Number.POSITIVE_INFINITY ? goesOn : parent + 1;
      }
    }
  }

  #value(character: string): boolean {
    if (character === '"' || character === "'") return this.#multiline(() => this.#quoted(character, this.#straighten));
    if (character === '[' || character === '{') return this.#multiline(() => this.#flow());
    if (/[&*!]/.test(character)) while (!this.#endsWord(this.#at)) this.#at++;
    else this.#plain(false);
    return true;
  }

  /** A key must stand in one line. */
  #multiline(read: () => boolean): boolean {
    const from = this.#at;
    if (!read()) return false;
    const spans = this.#text.slice(from, this.#at).includes('\n');
    return !(spans && /^[ \t]*:(?:\s|$)/.test(this.#text.slice(this.#at, this.#at + 100)));
  }

  /** To the `:` behind a key, to a comment, or to the end of the line. */
  #plain(flow: boolean): void {
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) {
      const character = text[this.#at] as string;
      if (character === '\n' || (flow && /[,[\]{}]/.test(character))) return;
      if (character === ':') {
        if (this.#endsWord(this.#at + 1)) return;
        if (flow && /[,[\]{}]/.test(text[this.#at + 1] ?? '')) this.#changes.push([this.#at, COLON]);
      }
      if (character === '#' && /\s/.test(text[this.#at - 1] ?? ' ')) return;
    }
  }

  #quoted(quote: string, change: boolean): boolean {
    const text = this.#text;
    for (this.#at++; this.#at < text.length; this.#at++) {
      const character = text[this.#at];
      if (character === '\n') {
        if (matches(DOCUMENT, text, this.#at + 1)) return false;
        if (change) this.#changes.push([this.#at, ' ']);
      } else if (quote === '"' && character === '\\') {
        this.#at++;
        if (change && text[this.#at] === "'") this.#changes.push([this.#at - 1, "'"], [this.#at, NOTHING]);
        else if (change && text[this.#at] === '\n') this.#changes.push([this.#at, ' ']);
      } else if (character === quote) {
        if (quote === '"' || text[this.#at + 1] !== quote) {
          this.#at++;
          return true;
        }
        this.#at++;
      }
    }
    return false;
  }

  #flow(): boolean {
    const text = this.#text;
    for (let depth = 0; this.#at < text.length; ) {
      const character = text[this.#at] as string;
      if (character === '"' || character === "'") {
        if (!this.#quoted(character, this.#straighten)) return false;
      } else if (character === '#' && /[\s,[\]{}"']/.test(text[this.#at - 1] ?? '')) this.#comment();
      else if (/[&*!]/.test(character)) while (!this.#endsWord(this.#at) && !/[,[\]{}]/.test(text[this.#at] ?? '')) this.#at++;
      else if (/[\s,:[\]{}]/.test(character)) {
        if (character === '\n') {
          if (matches(DOCUMENT, text, this.#at + 1)) return false;
          if (this.#straighten) this.#changes.push([this.#at, ' ']);
        }
        this.#at++;
        if (character === '[' || character === '{') depth++;
        if ((character === ']' || character === '}') && --depth === 0) return true;
      } else {
        const before = this.#at;
        this.#plain(true);
        if (this.#at === before) this.#at++;
      }
    }
    return false;
  }

  #comment(): void {
    for (; this.#at < this.#text.length && this.#text[this.#at] !== '\n'; this.#at++)
      if (this.#straighten) this.#changes.push([this.#at, ' ']);
  }

  /** A block of text: its lines are indented deeper than the key or the dash in front of it. */
  #block(parent: number): boolean {
    const text = this.#text;
    while (!/^[#\n]?$/.test(text[this.#at] ?? '')) this.#at++;
    this.#comment();
    this.#toLineEnd();
    while (this.#at < text.length) {
      let first = this.#at;
      while (text[first] === ' ') first++;
      const blank = text[first] === '\n' || text[first] === '\r';
      if (!blank && first - this.#at <= parent) return true;
      this.#toLineEnd();
    }
    return true;
  }

  /** `noTabs`: before this offset. */
  #blanks(noTabs = 0): void {
    for (; /[ \t\r]/.test(this.#text[this.#at] ?? ''); this.#at++)
      if (this.tab < 0 && this.#at < noTabs && this.#text[this.#at] === '\t') this.tab = this.#at;
  }

  #toLineEnd(): true {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end + 1;
    return true;
  }

  #endsWord(at: number): boolean {
    return /^\s?$/.test(this.#text[at] ?? '');
  }
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
