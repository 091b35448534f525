import { describe, expect, test } from 'vitest';
import { classifySample } from './build-sample.ts';

const answer = 'Subject: Re: Offer\nIn-Reply-To: <m@agency.example>';
const judge = async (headers: string, body: string) => (await classifySample(headers, body)).unsubscribe;

describe('a wish about something else than our mails is never certain', () => {
  test.each([
    "We want to opt out of the current supplier's contract first, then sign with you.",
    'Please delete my data from the demo account so we can start fresh.',
    'Stop sending these emails to my old address, use ana@new.example from now on.',
    'I do not want to receive emails from their sales team, but yours are fine.',
    'How do I unsubscribe customers in your tool?',
    'Can your software unsubscribe me from all newsletters automatically?',
    'We need to unsubscribe 300 contacts. Do you do that?',
    'Please remove me from the list of attendees, Ben will come to the meeting.',
    'Unsubscribe me from the basic plan, upgrade me to Pro.',
    "I don't want to be on your competitor's list any more, so yes.",
    'Stop contacting me through LinkedIn, mail me here.',
    'Please stop contacting us via phone; email works better.',
    "I don't want to receive the newsletter, only the offer.",
    'Bitte nehmen Sie mich von der Warteliste, wir haben uns entschieden zu kaufen.',
    'Bitte schreiben Sie mir nicht mehr an diese Adresse, sondern an ana@neu.example.',
    'Merci de me retirer de la copie.',
    "Merci de ne plus m'écrire à cette adresse mais à ana@nouveau.example.",
    'Quiero darme de baja de mi proveedor actual y contratar con ustedes.',
    'Quero cancelar a minha assinatura do concorrente e assinar com vocês.',
    'Voglio disiscrivermi dal mio fornitore attuale e passare a voi.',
    'Ik wil mij afmelden bij mijn huidige leverancier en bij u beginnen.',
    'Proszę usunąć mnie z DW i dodać Jana.',
    'Удалите меня из встречи в среду.',
    '会議の招待リストから私を削除してください。水曜日に行きます。',
    '今後メールは不要です。お電話ください。',
    '请把我从周三的会议中删除，周四可以。',
    'I unsubscribed by mistake. Unsubscribe me?',
    'Cancel',
    'Out',
  ])('%s', async (body) => expect(await judge(answer, body)).not.toBe('certain'));
});

describe('a wish about our mails stays certain, whatever we and they are called', () => {
  test.each([
    'We already work with a supplier. Please remove me from your list.',
    'Please remove me from your list, we already have a contract with somebody.',
    'Remove my name from your Acme list.',
    'Please stop sending me emails about your product.',
    'Unsubscribe me at once or I will report you.',
    'Hello,\nI would like to be removed from this mailing list.\nAna',
    'Not interested, unsubscribe',
    'Bitte nehmen Sie mich aus Ihrem Verteiler, wir haben schon einen Anbieter.',
    "Ne m'écrivez plus.",
    'Proszę mnie wypisać',
    'メールは今後送らないでください',
    'Nepište mi už',
    'Vă rog să mă dezabonați',
  ])('%s', async (body) => expect(await judge(answer, body)).toBe('certain'));
});

describe('words below a command in a subject are read', () => {
  test.each([
    ['Cancel', 'Tuesday please, Wednesday suits me.'],
    ['Leave', 'I am away next week.'],
    ['Abmeldung', 'Hiermit melde ich meinen Sohn vom Sportunterricht ab.'],
    ['Afmelden', 'Ik kan morgen niet komen op de vergadering.'],
    ['Stop', 'That is just what we have looked for.'],
    ['Unsubscribe', 'I clicked this by mistake, please put me back.'],
    ['Opt-out', 'Sounds interesting, can you send me the prices of your opt-out pages?'],
  ])('%s: %s', async (subject, body) => expect(await judge(`Subject: ${subject}`, body)).not.toBe('certain'));
});
