import { answerInThread } from '#threads';
import type { CheckQuestion } from './check-apart.ts';
import { createImapReader } from './imap-reader.ts';

/** The program of the threads that check IMAP servers. */
answerInThread(({ server, limits }: CheckQuestion) => createImapReader(limits).check(server));
