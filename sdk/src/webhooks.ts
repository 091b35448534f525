import type { WorkspaceEvent } from './api.ts';
import { WebhookVerificationError } from './errors/errors.ts';

/** Seconds a webhook's clock may differ from ours. */
const defaultTolerance = 300;

export interface Webhooks {
  /**
   * Reads a webhook after it is proven to be ours and new. `body` is the raw text, before any parsing; give all secrets that
   * are valid while you change from one to the next.
   * @throws WebhookVerificationError
   */
  unwrap(
    body: string,
    headers: Headers | Record<string, string | string[] | undefined>,
    secrets: string | readonly string[],
    options?: { toleranceSeconds?: number },
  ): Promise<WorkspaceEvent>;
  /** The headers a webhook comes with, for tests of your receiver. */
  sign(message: { id: string; body: string; secret: string; at?: Date }): Promise<Record<string, string>>;
}

/** Webhooks as the Standard Webhooks specification has them. */
export const webhooks: Webhooks = {
  async unwrap(body, headers, secrets, { toleranceSeconds = defaultTolerance } = {}) {
    const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
      headerOf(headers, name),
    );
    if (!id || !timestamp || !signatures) throw new WebhookVerificationError('The webhook headers are missing.');
    if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= toleranceSeconds))
      throw new WebhookVerificationError('The webhook is too old or from the future. Check the clock of this machine.');
    const offered = signatures.split(' ').flatMap((each) => (each.startsWith('v1,') ? [each.slice(3)] : []));
    for (const secret of typeof secrets === 'string' ? [secrets] : secrets) {
      const key = await keyOf(secret);
      for (const signature of offered)
        if (await crypto.subtle.verify('HMAC', key, bytesOf(signature), encode(`${id}.${timestamp}.${body}`)))
          return parse(body);
    }
    throw new WebhookVerificationError('No signature fits. Check that the secret is the one of this endpoint.');
  },
  async sign({ id, body, secret, at = new Date() }) {
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), encode(`${id}.${timestamp}.${body}`));
    const text = btoa(String.fromCharCode(...new Uint8Array(signature)));
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${text}` };
  },
};

function parse(body: string): WorkspaceEvent {
  try {
    return JSON.parse(body) as WorkspaceEvent; // its signature proves who wrote it
  } catch {
    throw new WebhookVerificationError('The webhook is not JSON.');
  }
}

function headerOf(headers: Headers | Record<string, string | string[] | undefined>, name: string): string | null {
  if (headers instanceof Headers) return headers.get(name);
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return (Array.isArray(found) ? found[0] : found) ?? null;
}

function keyOf(secret: string): Promise<CryptoKey> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', bytesOf(secret.replace(/^whsec_/, '')), hmac, false, ['sign', 'verify']);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new WebhookVerificationError('A secret or a signature is not base64.');
  }
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
