import { parseMail } from '@tabard/email';
import { expect, it } from 'vitest';
import { compileStep } from './compile-step.ts';

it('a step that is sent for two workspaces writes dates by the clock of each', async () => {
  const step = {
    id: 's1',
    subject: 'Call {{ custom.call | date: "%d %b" }}',
    body: '<p>{{ custom.call | date: "%H:%M" }}</p>',
  };
  const nobody = { address: 'nobody@example.com' };
  const sent = async (timeZone: string) => {
    const raw = compileStep(step, timeZone).message.render({
      values: { custom: { call: '2026-03-01T02:30:00Z' } },
      headers: { from: nobody, to: nobody, messageId: 'm@example.com', date: new Date(0) },
    });
    const { subject, text } = await parseMail(raw);
    return `${subject} ${text.trim()}`;
  };
  expect(await sent('America/New_York')).toBe('Call 28 Feb 21:30');
  expect(await sent('Asia/Kolkata')).toBe('Call 01 Mar 08:00');
});
