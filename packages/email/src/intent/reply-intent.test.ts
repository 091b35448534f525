import { expect, test } from 'vitest';
import { replyIntent } from './reply-intent.ts';

test.each([
  ['Sounds great, tell me more!', 'interested'],
  ["Oui, cela m'intéresse.", 'interested'],
  ['Sí, nos interesa mucho.', 'interested'],
  ['Das klingt gut, gerne.', 'interested'],
  ["We're not interested, thanks.", 'not_interested'],
  ['Non merci.', 'not_interested'],
  ['No, gracias, no me interesa.', 'not_interested'],
  ['Danke, kein Bedarf.', 'not_interested'],
  ['Not right now, maybe next quarter.', 'not_now'],
  ['Pas pour le moment.', 'not_now'],
  ['Por ahora no, quizá más adelante.', 'not_now'],
  ['Wir haben derzeit keinen Bedarf.', 'not_now'],
  ['What does it cost?', 'question'],
  ['Please contact my colleague Ben.', 'referral'],
  ['Bitte wenden Sie sich an Frau Roth.', 'referral'],
  ["Let's talk. Are you free on Tuesday?", 'meeting'],
  ['Können wir einen Termin vereinbaren?', 'meeting'],
  ['Please unsubscribe me from this list.', 'unsubscribe'],
  ['I am not the right person for this.', 'wrong_person'],
  ['No soy la persona adecuada.', 'wrong_person'],
  ['Ok.', 'unknown'],
])('%s is %s', (text, intent) => expect(replyIntent(text)).toBe(intent));

test('the quoted mail does not speak for the one who answers', () => {
  expect(
    replyIntent('Noted.\n\nOn Mon, 2 Mar 2026 at 09:30, Noor <noor@agency.example> wrote:\n> Are you interested?'),
  ).toBe('unknown');
});
