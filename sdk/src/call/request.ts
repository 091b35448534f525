import type { CallOptions } from '../options.ts';
import type { Transport } from '../transport/transport.ts';

/** One procedure with its input: can be sent any number of times. */
export interface Invocation {
  transport: Transport;
  /** `campaigns.launch` */
  procedure: string;
  input: Record<string, unknown>;
  options: CallOptions;
}

/** Opens one connection for a procedure. */
export function request(invocation: Invocation, headers: Record<string, string>): Promise<Response> {
  const { transport, procedure, input, options } = invocation;
  return transport.send({
    method: 'POST',
    path: `/rpc/${procedure}`,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': options.idempotencyKey ?? crypto.randomUUID(),
      ...headers,
    },
    body: JSON.stringify(input),
    options,
  });
}
