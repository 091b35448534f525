/** What a check found: problems (none means it holds), and remarks that are shown but fail nothing. */
export interface Findings {
  problems: string[];
  remarks?: string[];
  /** Why it could not be judged here; shown instead of "ok". */
  skipped?: string;
}

/** One rule of the house. `run` looks at the checkout at `root` and never changes it. */
export interface Check {
  name: string;
  run(root: string): Findings | Promise<Findings>;
}
