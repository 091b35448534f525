/** The check could not be made, told in one sentence. */
export class TraceError extends Error {
  override readonly name = 'TraceError';
}
