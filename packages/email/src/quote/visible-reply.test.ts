import { expect, test } from 'vitest';
import { visibleReply } from './visible-reply.ts';

const reply = (text: string) => visibleReply(text).reply;
const attribution = 'On Mon, 2 Mar 2026 at 09:30, Noor Haddad <noor@agency.example> wrote:';

test('a mail without quote is all reply', () => {
  expect(visibleReply('First.\n\nSecond.')).toEqual({ reply: 'First.\n\nSecond.', quoted: '', certain: true });
  expect(visibleReply('')).toEqual({ reply: '', quoted: '', certain: true });
});

test('answers between quoted lines and below them stay, with what is above', () => {
  const text = `Hi Noor,\n\n${attribution}\n> When?\n\nTuesday.\n\n> Where?\nAt ours.\n\n> Regards\n\nSee you,\nAna`;
  expect(reply(text)).toBe('Hi Noor,\n\nTuesday.\n\nAt ours.\n\nSee you,\nAna');
});

test('an answer on the line of the attribution is kept', () => {
  expect(reply(`fine by me ${attribution}\n> Hi`)).toBe('fine by me');
  expect(reply(`one - two--- ${attribution}\n> Hi`)).toBe('one - two');
});

test.each([
  ['On the other hand, we could meet here.\nOn Tuesday I am away.', 'no attribution'],
  ['He wrote 3 letters:\n\none\ntwo\nthree', 'a sentence with the verb'],
  ['The times are 10:30, 11:30 and 12:30:\nall in March 2026', 'times'],
  ['See https://blog.example/2026/03/what-he-wrote: it is good.', 'a link with the verb'],
  ['Two flights:\n\nFrom: Berlin\nTo: Paris\nDate: 3 May\n\nWhich one?', 'a journey'],
  ['Sent from my desk, which is easier than my phone.', 'a sentence like a signature'],
  ['昨日メールから送信しました。', 'the words of a signature in a sentence'],
  ['Enviado por correo ayer.', 'a sentence that begins like a signature'],
  ['It was sent from my iPhone app\nand never arrived.', 'the same in the middle'],
  ['With regards to the payment:\nit is on its way.', 'a closing within a sentence'],
  ['Thanks,\n\nthat would be great, Tuesday suits us.', 'thanks in front'],
  ['Hi Noor,\n\nThanks!\n\nTwo questions:\n1) What is the price?\n2) Since when?', 'thanks in the middle'],
  ['Points:\n\n---\n- one\n- two\n---\n\nThoughts?', 'rules of dashes'],
  ['Come and see:\n>>> >>>  https://client.example <<<\nby the link above', 'arrows around a link'],
  ['One outstanding question on 2 Mar 2026: is it free?', 'a word that begins like "On"'],
])('all of this is the reply: %s (%s)', (text) => expect(reply(text)).toBe(text));

test.each([
  'Best regards,\nAna Ruiz\nClient Ltd\n+49 30 123456',
  '-- \nAna Ruiz\nClient Ltd',
  'Kind Regards,\nAna\n\nThis e-mail is confidential and intended only for its recipient. If you are not the recipient, delete it.',
  'Mit freundlichen Grüßen\nAna Ruiz',
  'S pozdravem,\nAna',
  'Üdvözlettel,\nAna',
  'Saygılarımla,\nAna',
  'Sent from my iPhone',
  'Sent from my BlackBerry 10 smartphone.',
  'Get Outlook for iOS<https://aka.ms/o0ukef>',
  'Von meinem iPhone gesendet',
  'Envoyé de mon iPhone',
  'Télécharger Outlook pour Android<https://aka.ms/x>',
  'Enviado desde mi iPhone',
  'Enviado do meu iPhone',
  'Inviato da iPhone',
  'Verstuurd vanaf mijn iPhone',
  'Skickat från min iPhone',
  'Sendt fra min iPhone',
  'Wysłane z iPhone’a',
  'Odesláno z iPhonu',
  'iPhone’umdan gönderildi',
  '나의 iPhone에서 보냄',
  'Đã gửi từ iPhone của tôi',
  'Trimis de pe iPhone-ul meu',
  'Στάλθηκε από το iPhone μου',
  'iPhoneから送信',
  'Отправлено с iPhone',
  'Надіслано з iPhone',
  '发自我的 iPhone',
  '-Ana Ruiz',
])('a signature is no part of the reply: %s', (signature) => {
  expect(reply(`Yes, gladly.\n\n${signature}`)).toBe('Yes, gladly.');
  expect(reply(`Yes, gladly.\n\n${signature}\n\n${attribution}\n\n> Hi`)).toBe('Yes, gladly.');
});

test('what is written below a closing or a signature stays in sight', () => {
  expect(reply('Sounds good.\n\nBest regards,\nAna\n\nP.S. please call me at 5, not by mail.')).toBe(
    'Sounds good.\n\nP.S. please call me at 5, not by mail.',
  );
  expect(reply('Sounds good.\n\n-- \nAna\n\nPS: call me')).toContain('PS: call me');
  expect(
    reply('Sounds good.\n\nBest regards,\nAna\n\nCould you also send the price list to our office, please?'),
  ).toContain('price list');
});

test('a reply is never empty where its author wrote something', () => {
  expect(reply('Thanks,\nAna')).toBe('Thanks,\nAna');
  expect(reply('Sent from my iPhone')).toBe('Sent from my iPhone');
  expect(visibleReply(`${attribution}\n\nHi Ana,\nwhen?\n\nTuesday.`)).toMatchObject({
    reply: 'Hi Ana,\nwhen?\n\nTuesday.',
    certain: false,
  });
});

test.each([
  '... ezt írta (időpont: 2026. nov. 28., Szo, 14:11):',
  '... tarihinde şunu yazdı:',
  '보낸 사람: Noor\n보낸 날짜: 2026\n받는 사람: Ana\n제목: Offer',
  'Noor Haddad wrote:',
])('%s introduces a quote', (line) =>
  expect(reply(`Yes ok\n\n${line}\n\n> Hi\n> Unsubscribe: https://x.example/u`)).toBe('Yes ok'),
);

test('a quote alone is no reply', () => {
  expect(visibleReply(`${attribution}\n\n> Hi Ana,\n> unsubscribe here`)).toMatchObject({ reply: '', certain: true });
});
