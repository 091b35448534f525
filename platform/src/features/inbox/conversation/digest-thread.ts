import { answerInThread, standBack } from '#threads';
import { digestHeaders, digestMail } from './digest-mail.ts';
import type { DigestQuestion } from './read-mail-apart.ts';

/** The program of the threads that read mail: whatever a stranger sends waits for what people do. */
standBack();
answerInThread(async ({ raw, part }: DigestQuestion) =>
  part === 'headers' ? digestHeaders(raw) : digestMail(raw, { html: part === 'mail' }),
);
