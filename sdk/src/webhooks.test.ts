import { describe, expect, it } from 'vitest';
import { WebhookVerificationError } from './errors/errors.ts';
import { webhooks } from './webhooks.ts';

const secret = `whsec_${btoa('a secret of twenty-four b')}`;
const body = JSON.stringify({ id: '1', type: 'lead.created', at: '2026-01-01T00:00:00Z', data: { leadId: 'lea_1' } });
const refused = (call: Promise<unknown>) => expect(call).rejects.toBeInstanceOf(WebhookVerificationError);

describe('a webhook', () => {
  it('is read when a signature fits one of the secrets', async () => {
    const headers = await webhooks.sign({ id: 'm1', body, secret });
    expect(await webhooks.unwrap(body, headers, secret)).toMatchObject({
      type: 'lead.created',
      data: { leadId: 'lea_1' },
    });
    expect(await webhooks.unwrap(body, new Headers(headers), [`whsec_${btoa('an older one')}`, secret])).toBeDefined();
    const several = {
      ...headers,
      'webhook-signature': `v1a,other v1,${btoa('wrong')} ${headers['webhook-signature']!}`,
    };
    expect(await webhooks.unwrap(body, several, secret)).toBeDefined();
  });

  it('is signed as the Standard Webhooks specification says', async () => {
    const headers = await webhooks.sign({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      body: '{"test": 2432232314}',
      secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      at: new Date(1_614_265_330_000),
    });
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('is refused when body, id, time or secret is another, when it is old, and when headers are missing', async () => {
    const headers = await webhooks.sign({ id: 'm1', body, secret });
    await refused(webhooks.unwrap(`${body} `, headers, secret));
    await refused(webhooks.unwrap(body, { ...headers, 'webhook-id': 'm2' }, secret));
    await refused(webhooks.unwrap(body, headers, `whsec_${btoa('another')}`));
    await refused(webhooks.unwrap(body, { ...headers, 'webhook-timestamp': 'soon' }, secret));
    await refused(webhooks.unwrap(body, {}, secret));
    const old = await webhooks.sign({ id: 'm1', body, secret, at: new Date(Date.now() - 301_000) });
    await refused(webhooks.unwrap(body, old, secret));
  });
});
