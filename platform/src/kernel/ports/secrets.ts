/** Keys derived from the installation's secrets. */
export interface Secrets {
  /** Encrypts a text so that it opens only with the same context (the id of a workspace, an organization or a person). */
  seal(plain: string, context: string): string;
  /** @throws when the text was sealed for another context, with a key that is not known, or changed. */
  open(sealed: string, context: string): string;
  /**
   * The same text under today's encryption key; null where it is under it.
   * @throws as `open` does.
   */
  reseal(sealed: string, context: string): string | null;
  /** A key of 32 bytes for one purpose, such as `links` or `suppression`. */
  key(purpose: string): Uint8Array;
}
