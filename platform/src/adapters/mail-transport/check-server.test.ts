import { describe, expect, it } from 'vitest';
import { real, scripted, serverAt, transport } from './fixture/open-pool.ts';
import { createSmtpTransport } from './index.ts';

describe('a check', () => {
  it('signs in and sends nothing', async () => {
    const { port, received } = await real();
    expect(await transport.check(serverAt(port, { security: 'starttls' }))).toEqual({ ok: true });
    expect(received).toEqual([]);
  });

  it('says in plain words what is wrong', async () => {
    const { port } = await real();
    const wrong = await transport.check(serverAt(port, { security: 'starttls', password: 'wrong' }));
    expect(wrong).toMatchObject({ ok: false, code: 'authentication_failed' });
    expect(wrong).toHaveProperty('message', expect.stringMatching(/refused the user name or the password/));
    const tls = await transport.check(serverAt(port, { security: 'tls' }));
    expect(tls).toMatchObject({ ok: false, code: 'unreachable' });
    expect(tls).toHaveProperty('message', expect.stringMatching(/does not speak TLS/));
    const { sink } = await scripted();
    const plain = await transport.check(serverAt(sink.port, { security: 'starttls' }));
    expect(plain).toHaveProperty('message', expect.stringMatching(/does not offer STARTTLS/));
    const nobody = await transport.check(serverAt(1));
    expect(nobody).toHaveProperty('message', expect.stringMatching(/accepts no connection on port 1/));
  });

  it('never gives the password to a server that only pretends to secure the connection', async () => {
    const { sink } = await scripted({
      EHLO: '250-sink\r\n250-STARTTLS\r\n250 AUTH PLAIN',
      STARTTLS: '220 go\r\n250 injected',
    });
    expect(await transport.check(serverAt(sink.port, { security: 'starttls' }))).toMatchObject({ ok: false });
    expect(sink.commands.some((command) => command.startsWith('AUTH'))).toBe(false);
  });

  it('refuses hosts in private networks, and passwords in clear, unless the operator allows them', async () => {
    const strict = createSmtpTransport({ allowPrivateHosts: false });
    const { sink } = await scripted();
    for (const server of [
      serverAt(sink.port, { security: 'starttls' }),
      serverAt(sink.port, { host: '93.184.215.14' }),
    ])
      expect(await strict.check(server)).toMatchObject({ ok: false, code: 'host_not_allowed' });
    expect(sink.connections).toBe(0);
  });
});
