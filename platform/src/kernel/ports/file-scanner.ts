import type { Readable } from 'node:stream';

/** Looks for harmful content in files. */
export interface FileScanner {
  /** Whether there is one. Without one nothing is looked at, and everything can be opened. */
  readonly isSet: boolean;
  /**
   * The name of what was found; null where nothing was.
   * @throws where nobody answers, or not about the whole file
   */
  scan(body: Readable): Promise<string | null>;
}
