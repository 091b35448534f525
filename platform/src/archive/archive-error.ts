/** Why a workspace cannot be written into a file or taken from one, in a sentence for whoever asked. */
export class ArchiveError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ArchiveError';
  }
}
