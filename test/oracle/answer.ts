// What the judge answers, as `main.go` writes it.

export interface Answer {
  readonly path: string;
  readonly dockerfile?: DockerfileView;
  readonly compose?: ComposeView;
  /** The judge itself failed: there is no verdict. */
  readonly failure?: string;
}

export interface DockerfileView {
  /** `null`: the file cannot be read at all. */
  readonly instructions: readonly InstructionView[] | null;
  readonly error: Refusal | null;
  readonly checks: readonly Check[];
}

export interface InstructionView {
  readonly keyword: string;
  readonly start: number;
  readonly end: number;
  readonly flags: readonly string[] | null;
  readonly json: readonly string[] | null;
  readonly heredocs: readonly HeredocView[] | null;
  readonly trigger: InstructionView | null;
}

export interface HeredocView {
  readonly name: string;
  readonly expand: boolean;
  readonly stripTabs: boolean;
  readonly content: string;
}

/** The first thing that is refused; line 0: it is about no line. */
export interface Refusal {
  readonly message: string;
  readonly line: number;
}

export interface Check {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}

export interface ComposeView {
  readonly error?: string;
  /** The project as Compose prints it. */
  readonly model?: unknown;
}

/** Timings of many passes over files. */
export interface Timing {
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly memory: number;
}

export interface Task {
  readonly kind: 'dockerfile' | 'compose';
  readonly path: string;
}
