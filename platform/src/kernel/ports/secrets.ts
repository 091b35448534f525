/** Keys derived from the installation's secret. */
export interface Secrets {
  /** Encrypts a text so that it opens only with the same context (a workspace id). */
  seal(plain: string, context: string): string;
  /** @throws when the text was sealed for another context or changed. */
  open(sealed: string, context: string): string;
  /** A key of 32 bytes for one purpose, such as `links` or `suppression`. */
  key(purpose: string): Uint8Array;
}
