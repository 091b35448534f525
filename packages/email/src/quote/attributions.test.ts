import { describe, expect, test } from 'vitest';
import { visibleReply } from './visible-reply.ts';

const answer = 'Gladly, Tuesday at ten suits me.';
const below = 'Hi Ana,\n\nwould you have a quarter of an hour?\nUnsubscribe: https://agency.example/u';
const marked = below.replace(/^/gm, '> ');

// As mail programs write them in their languages; wrapped where they wrap.
const attributions = [
  'On Mon, 2 Mar 2026 at 09:30, Noor Haddad <noor@agency.example> wrote:',
  'On Mon, Mar 2, 2026 at 9:30 AM Noor Haddad\n<noor@agency.example> wrote:',
  'On Mon, Mar 2, 2026 at 9:30 AM, Noor Haddad from the Agency of Names <\nnoor.haddad.of.the.agency@agency.example> wrote:',
  'On Mar 2, 2026, at 9:30 AM, Noor Haddad <\n416ffd3258d4d2fa4c85cfa4c44e1721d66e3e8f4@agency.example>\nwrote:',
  'On 03/02/2026 09:30 AM, Noor Haddad wrote:',
  'On 2-Mar-2026, at 9:30 AM, Noor Haddad <noor@agency.example> sent:',
  ' On Mar 2, 2026 9:30 AM, "agency.example" <\nnoor@agency.example> wrote:',
  '*On Mon, 2 Mar 2026 at 09:30, Noor Haddad <noor@agency.example> wrote:*',
  'Noor Haddad <noor@agency.example> wrote on Mon, 2 Mar 2026:',
  'Noor Haddad <noor@agency.example>wrote:',
  '---- On Mon, 02 Mar 2026 09:30:00 +0100 Noor Haddad <noor@agency.example> wrote ----',
  '---- On Mon, 02 Mar 2026 09:30:00 +0100 noor@agency.example wrote ---',
  '2026-03-02 9:30 GMT+01:00 Noor Haddad <\nnoor@agency.example>:',
  'Am Mo., 2. März 2026 um 09:30 Uhr schrieb Noor Haddad <noor@agency.example>:',
  'Am 02.03.26 um 09:30 schrieb Noor Haddad:',
  'Am Mo., 2. März 2026 um 09:30 Uhr schrieb Noor Haddad <\nnoor@agency.example>:',
  'Noor Haddad <noor@agency.example> schrieb am Mo., 2. März 2026, 09:30:',
  'Le lun. 2 mars 2026 à 09:30, Noor Haddad <noor@agency.example> a écrit :',
  'Le lun. 2 mars 2026 à 09:30, Noor Haddad <noor@agency.example> a\nécrit :',
  'Le 2 mars 2026 à 09:30, Noor Haddad <noor@agency.example<mailto:noor@agency.example>> a écrit:',
  'El lun, 2 mar 2026 a las 9:30, Noor Haddad (<noor@agency.example>) escribió:',
  'Il giorno lun 2 mar 2026 alle ore 09:30 Noor Haddad <noor@agency.example>\nha scritto:',
  'Em seg., 2 de mar. de 2026 às 09:30, Noor Haddad <noor@agency.example> escreveu:',
  'Op ma 2 mrt 2026 om 09:30 schreef Noor Haddad <noor@agency.example>:',
  'Op 2 mrt. 2026, om 09:30 heeft Noor Haddad <noor@agency.example> het volgende geschreven:',
  'W dniu pon., 2.03.2026 o 09:30 Noor Haddad <noor@agency.example> napisał(a):',
  'Dnia 2 marca 2026 09:30 Noor Haddad <noor@agency.example> napisał(a):',
  'W dniu 2 marca 2026 09:30 użytkownik Noor Haddad <noor@agency.example>\nnapisał:',
  'po 2. 3. 2026 v 9:30 odesílatel Noor Haddad <noor@agency.example> napsal:',
  'Dne po 2. bře 2026 09:30 Noor Haddad <noor@agency.example>\nnapsal(a):',
  'Noor Haddad <noor@agency.example> napsal:',
  'po 2. 3. 2026 o 9:30 Noor Haddad <noor@agency.example> napísal(a):',
  'Noor Haddad <noor@agency.example> ezt írta (időpont: 2026. márc. 2., H, 9:30):',
  '2026. márc. 2., h 9:30 időpontban Noor Haddad <noor@agency.example> ezt írta:',
  'Noor Haddad <noor@agency.example>, 2 Mar 2026 Pzt, 09:30 tarihinde şunu yazdı:',
  '2 Mar 2026 tarihinde Noor Haddad <noor@agency.example> şunu yazdı:',
  '2026년 3월 2일 (월) 오전 9:30, Noor Haddad <noor@agency.example>님이 작성:',
  'Noor Haddad <noor@agency.example>님이 작성:',
  '2026. 3. 2. 오전 9:30, Noor Haddad <noor@agency.example> 작성:',
  'Vào Th 2, 2 thg 3, 2026 vào lúc 09:30 Noor Haddad <noor@agency.example> đã viết:',
  'În lun., 2 mar. 2026 la 09:30, Noor Haddad <noor@agency.example> a scris:',
  'Pe lun., 2 mar. 2026, 09:30 Noor Haddad <noor@agency.example> a scris:',
  'Στις Δευ 2 Μαρ 2026 στις 9:30 π.μ., ο χρήστης Noor Haddad <noor@agency.example> έγραψε:',
  '2026年3月2日(月) 9:30 Noor Haddad <noor@agency.example>:',
  '2026/03/02 9:30、Noor Haddad <noor@agency.example>のメール:',
  '2026/03/02 9:30、Noor Haddadのメッセージ:',
  'Den mån 2 mars 2026 kl 09:30 skrev Noor Haddad <noor@agency.example>:',
  'mån 2 mars 2026 kl. 09:30 skrev Noor Haddad <noor@agency.example>:',
  'Den man. 2. mar. 2026 kl. 09.30 skrev Noor Haddad <noor@agency.example>:',
  'man. 2. mars 2026 kl. 09:30 skrev Noor Haddad:',
  'ma 2. maalisk. 2026 klo 9.30 Noor Haddad (noor@agency.example) kirjoitti:',
  'пн, 2 мар. 2026 г. в 09:30, Noor Haddad <noor@agency.example>:',
  '2 марта 2026 г., в 09:30, Noor Haddad <noor@agency.example> написал(а):',
  'пн, 2 бер. 2026 р. о 09:30 Noor Haddad <noor@agency.example> пише:',
  'на пн, 2.03.2026 г. в 9:30 Noor Haddad <noor@agency.example> написа:',
  'في الاثنين، 2 مارس 2026 في 9:30 ص تمت كتابة ما يلي بواسطة Noor Haddad <noor@agency.example>:',
  'كتب Noor Haddad <noor@agency.example> في 2 مارس 2026:',
  '‫בתאריך יום ב׳, 2 במרץ 2026 ב-9:30 מאת ‪Noor Haddad‬‏ <‪noor@agency.example‬‏>:‬',
  'Noor Haddad <noor@agency.example> 于2026年3月2日周一 09:30写道：',
  '在 2026年3月2日，09:30，Noor Haddad <noor@agency.example> 写道：',
  'Noor Haddad <noor@agency.example> 於 2026年3月2日 週一 上午9:30寫道：',
  'El dl., 2 de març 2026 a les 9:30, Noor Haddad <noor@agency.example> va escriure:',
];

describe.each(attributions)('%s', (line) => {
  test('ends the answer above it, whether the quote carries marks or not', () => {
    for (const quote of [`\n${marked}`, marked, `\n${below}`, below]) {
      const { reply, quoted, certain } = visibleReply(`${answer}\n\n${line}\n${quote}`);
      expect({ reply, certain }).toEqual({ reply: answer, certain: true });
      expect(quoted).toContain('quarter of an hour');
    }
  });

  test('leaves the line right above it, and what is written below its quote', () => {
    expect(visibleReply(`please take me off your list\n${line}\n${marked}`).reply).toBe('please take me off your list');
    expect(visibleReply(`${line}\n\n${marked}\n\n${answer}`).reply).toBe(answer);
    expect(visibleReply(`${line}\n\n${below}`)).toMatchObject({
      reply: expect.stringContaining('quarter'),
      certain: false,
    });
  });
});

const labels = [
  ['From', 'Sent', 'To', 'Subject'],
  ['*From:* x', 'Date', 'To', 'Subject'],
  ['Von', 'Gesendet', 'An', 'Betreff'],
  ['De ', 'Envoyé ', 'À ', 'Objet '],
  ['De', 'Enviado el', 'Para', 'Asunto'],
  ['Da', 'Inviato', 'A', 'Oggetto'],
  ['De', 'Enviada em', 'Para', 'Assunto'],
  ['Van', 'Verzonden', 'Aan', 'Onderwerp'],
  ['Od', 'Wysłano', 'Do', 'Temat'],
  ['Od', 'Odesláno', 'Komu', 'Předmět'],
  ['Od', 'Odoslané', 'Komu', 'Predmet'],
  ['Feladó', 'Elküldve', 'Címzett', 'Tárgy'],
  ['Gönderen', 'Gönderildi', 'Kime', 'Konu'],
  ['Kimden', 'Gönderme Tarihi', 'Kime', 'Konu'],
  ['보낸 사람', '보낸 날짜', '받는 사람', '제목'],
  ['Người gửi', 'Đã gửi', 'Tới', 'Chủ đề'],
  ['De la', 'Trimis', 'Către', 'Subiect'],
  ['Από', 'Στάλθηκε', 'Προς', 'Θέμα'],
  ['差出人', '送信日時', '宛先', '件名'],
  ['Från', 'Skickat', 'Till', 'Ämne'],
  ['Fra', 'Sendt', 'Til', 'Emne'],
  ['Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe'],
  ['От', 'Отправлено', 'Кому', 'Тема'],
  ['Від', 'Надіслано', 'Кому', 'Тема'],
  ['من', 'تاريخ الإرسال', 'إلى', 'الموضوع'],
  ['发件人', '发送时间', '收件人', '主题'],
  ['寄件者', '寄件日期', '收件者', '主旨'],
] as const;

test.each(labels)(
  'the header that Outlook repeats is no part of the answer: %s, %s, %s, %s',
  (from, sent, to, subject) => {
    const [name, ...rest] = from.startsWith('*')
      ? ['*From:* Noor Haddad [mailto:noor@agency.example]']
      : [`${from}: Noor Haddad <noor@agency.example>`];
    const block = [name, ...rest, `${sent}: 2. 3. 2026 09:30`, `${to}: Ana Ruiz`, `${subject}: Offer`].join('\n');
    for (const above of [
      `${answer}\n\n`,
      `${answer}\n`,
      `${answer}\n\n________________________________\n`,
      `${answer}\n\n-----Original Message-----\n`,
    ])
      expect(visibleReply(`${above}${block}\n\n${below}`)).toMatchObject({ reply: answer, certain: true });
    const bare = block.replace(/ <noor@agency.example>/, '');
    expect(visibleReply(`${answer}\n\n${bare}\n\n${below}`).reply).toBe(answer);
  },
);

test.each([
  'Original Message',
  'Ursprüngliche Nachricht',
  'Message d’origine',
  'Mensaje original',
  'Messaggio originale',
  'Mensagem original',
  'Oorspronkelijk bericht',
  'Wiadomość oryginalna',
  'Původní zpráva',
  'Eredeti üzenet',
  'Özgün İleti',
  'Orijinal Mesaj',
  '원본 메시지',
  'Thư gốc',
  'Mesaj original',
  'Αρχικό μήνυμα',
  '元のメッセージ',
  'Ursprungligt meddelande',
  'Oprindelig meddelelse',
  'Opprinnelig melding',
  'Alkuperäinen viesti',
  'Исходное сообщение',
  'Вихідне повідомлення',
  'الرسالة الأصلية',
  '原始邮件',
  '邮件原件',
  '原始郵件',
])('"%s" between dashes parts the answer from the earlier mail', (words) => {
  expect(visibleReply(`${answer}\n\n-----${words}-----\n${below}`).reply).toBe(answer);
  expect(visibleReply(`${answer}\n\n-------- ${words} --------\nFrom: Noor\n\n${below}`).reply).toBe(answer);
});

test.each([
  'Missatge de Noor <noor@agency.example> del dia dl., 2 de març 2026 a les 9:30:',
  '2026-03-02 오전 9:30에 Noor 이(가) 쓴 글:',
  'Quoting Noor <noor@agency.example>:',
  'Zitat von Noor <noor@agency.example>:',
])('what follows is quoted, with marks or without: %s', (line) => {
  for (const quote of ['> Hi Ana,\n> our offer.', 'Hi Ana,\nour offer.'])
    expect(visibleReply(`Sounds good\n\n${line}\n\n${quote}`).reply).toBe('Sounds good');
});
