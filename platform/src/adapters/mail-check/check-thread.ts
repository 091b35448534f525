import { createMailTransport } from '#adapters/mail-transport';
import { createImapReader } from '#adapters/mailbox-reader';
import { answerInThread } from '#threads';
import type { CheckQuestion } from './check-apart.ts';

/** The program of the threads that check mail servers. */
answerInThread(({ by, server, settings }: CheckQuestion) =>
  (by === 'mailTransport' ? createMailTransport(settings) : createImapReader(settings)).check(server),
);
