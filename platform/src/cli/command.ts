/** One command of the command line. */
export interface Command {
  /** The words that call it, such as `tenancy audit`. */
  readonly name: string;
  readonly summary: string;
  /** What follows the name in the help. */
  readonly usage?: string;
  /** Options with their explanation, for help and completion. */
  readonly options?: Readonly<Record<string, string>>;
  /** Gives the exit code. */
  run(args: string[]): Promise<number>;
}

/** Something the person at the terminal can mend; printed without a stack. */
export class CommandError extends Error {}
