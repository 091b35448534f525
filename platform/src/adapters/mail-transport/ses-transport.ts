import type { SESv2Client } from '@aws-sdk/client-sesv2';
import {
  MailServerFailure,
  type MailServer,
  type MailTransport,
  type MailTransportPool,
  type SubmitRequest,
} from '#ports';
import { resultOfSesError, sesFailure } from './ses-failure.ts';

export interface SesOptions {
  connectTimeoutMs: number;
  /** How long an answer to a mail is waited for. */
  dataTimeoutMs: number;
  /** Another address that speaks the same protocol. */
  endpoint?: string;
}

const apiHost = /^email(?:-fips)?\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com$/;

/** Whether a mail server is Amazon's HTTP interface: the user is then an access key's id and the password its secret. */
export function isSesApi(host: string): boolean {
  return apiHost.test(host);
}

/** Sends through the HTTP interface of Amazon SES; each mail carries its tag, which the reports about it name again. */
export function createSesTransport(options: SesOptions): MailTransport {
  return {
    open: (server, { connections }) => openPool(server, options, connections),
    async check(server) {
      const client = await connect(server, options, 1);
      try {
        const { GetAccountCommand } = await import('@aws-sdk/client-sesv2');
        const account = await client.send(new GetAccountCommand({}));
        if (account.SendingEnabled !== false) return { ok: true };
        return {
          ok: false,
          code: 'authentication_failed',
          message: 'Sending is switched off for this account at Amazon SES.',
        };
      } catch (error) {
        const { code, message } = sesFailure(error, server);
        return { ok: false, code, message };
      } finally {
        client.destroy();
      }
    },
  };
}

/** Loads the SDK when it is first needed: a process that only serves requests never is slowed down by it. */
async function connect(server: MailServer, options: SesOptions, connections: number): Promise<SESv2Client> {
  const { SESv2Client } = await import('@aws-sdk/client-sesv2');
  return new SESv2Client({
    region: apiHost.exec(server.host)?.[1] ?? 'us-east-1',
    endpoint: options.endpoint,
    credentials: { accessKeyId: server.user, secretAccessKey: server.password },
    // A second try by the SDK could be a second mail; trying again is decided upstream.
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: options.connectTimeoutMs,
      requestTimeout: options.dataTimeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: connections },
      httpsAgent: { keepAlive: true, maxSockets: connections },
    },
  });
}

function openPool(server: MailServer, options: SesOptions, connections: number): MailTransportPool {
  let client: Promise<SESv2Client> | null = null;
  let closed = false;
  const running = new Set<Promise<unknown>>();
  return {
    submit(request) {
      if (closed)
        return Promise.resolve(resultOfSesError(new MailServerFailure('unreachable', 'The connections were closed.')));
      client ??= connect(server, options, connections);
      const run = send(client, request).finally(() => running.delete(run));
      running.add(run);
      return run;
    },
    async close() {
      closed = true;
      await Promise.all(running);
      (await client)?.destroy();
    },
  };
}

async function send(opening: Promise<SESv2Client>, request: SubmitRequest) {
  let started = false;
  try {
    const client = await opening;
    const { SendEmailCommand } = await import('@aws-sdk/client-sesv2');
    if (request.gate && !(await request.gate())) return { outcome: 'gated' as const };
    await request.onProgress?.('before_data');
    started = true;
    const { MessageId } = await client.send(
      new SendEmailCommand({
        FromEmailAddress: request.envelope.from,
        Destination: { ToAddresses: [request.envelope.to] },
        Content: { Raw: { Data: request.raw } },
        EmailTags: request.tag === undefined ? undefined : [{ Name: 'delivery', Value: request.tag }],
      }),
    );
    // The SDK tells only now that the message has left.
    await Promise.resolve(request.onProgress?.('after_data')).catch(() => undefined);
    return { outcome: 'accepted' as const, reply: `200 ${MessageId ?? ''}`.trim() };
  } catch (error) {
    return resultOfSesError(error, started);
  }
}
