/** What a check found: problems (none means it holds), and remarks that are shown but fail nothing. */
export interface Findings {
  problems: string[];
  remarks?: string[];
  /** Why it could not be judged here; shown instead of "ok". */
  skipped?: string;
}

/** Files that changed, as paths from the root: where a rule is about one file at a time, only these are judged. */
export type Changed = ReadonlySet<string>;

/** One rule of the house. `run` looks at the checkout at `root` and never changes it. */
export interface Check {
  name: string;
  run(root: string, changed?: Changed): Findings | Promise<Findings>;
}
