/** A command that cannot be done; `NO` is the sender's business, `BAD` a protocol mistake. */
export class Refusal extends Error {
  readonly kind: 'NO' | 'BAD';
  constructor(kind: 'NO' | 'BAD', message: string) {
    super(message);
    this.kind = kind;
  }
}
