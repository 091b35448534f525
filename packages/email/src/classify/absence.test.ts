import { describe, expect, test } from 'vitest';
import { classifySample } from './build-sample.ts';
import { readReturn } from './read-return.ts';

const auto = 'Date: Mon, 2 Mar 2026 09:30:00 +0100\nSubject: Re: Offer\nAuto-Submitted: auto-replied';

describe('absent', () => {
  test.each([
    ['en', 'I am not in the office today.'],
    ['en', 'I am away on a business trip this week.'],
    ['en', 'I am on parental leave.'],
    ['en', 'Our office is closed for the holidays.'],
    ['de', 'Ich befinde mich auf Geschäftsreise.'],
    ['fr', 'Nos bureaux sont fermés.'],
    ['es', 'Me encuentro de viaje de negocios.'],
    ['it', 'Sono in viaggio di lavoro.'],
    ['pt', 'Estou em licença de maternidade.'],
    ['nl', 'Ik ben op zakenreis.'],
    ['sv', 'Jag är på tjänsteresa.'],
    ['da', 'Jeg er på barsel.'],
    ['no', 'Jeg er på tjenestereise.'],
    ['fi', 'Olen lomalla.'],
    ['pl', 'Przebywam w delegacji.'],
    ['cs', 'Jsem na dovolené.'],
    ['sk', 'Momentálne som mimo kancelárie.'],
    ['hu', 'Szabadságon vagyok.'],
    ['tr', 'Şu anda ofis dışındayım.'],
    ['ro', 'Sunt în concediu.'],
    ['el', 'Βρίσκομαι εκτός γραφείου.'],
    ['ru', 'Я в командировке.'],
    ['uk', 'Я зараз у відпустці.'],
    ['bg', 'В момента съм извън офиса.'],
    ['hr', 'Trenutno sam na godišnjem odmoru.'],
    ['lt', 'Šiuo metu atostogauju.'],
    ['et', 'Olen puhkusel.'],
    ['ca', 'Estic de vacances.'],
    ['ja', '本日は不在にしております。'],
    ['ja', '出張中です。'],
    ['zh', '我正在休假。'],
    ['ko', '현재 휴가 중입니다.'],
    ['vi', 'Tôi đang nghỉ phép.'],
  ])('%s: %s', async (_, body) => expect((await classifySample(auto, body)).class).toBe('out_of_office'));

  test.each([
    '自動返信: Offer',
    'Automatikus válasz: Offer',
    'Otomatik Yanıt: Offer',
    'Răspuns automat: Offer',
    'Αυτόματη απάντηση: Offer',
    'Автоматична відповідь: Offer',
    '자동 회신: Offer',
    '[Automatyczna odpowiedź] Offer',
  ])('by the subject alone: %s', async (subject) =>
    expect((await classifySample(`Subject: ${subject}`, 'Ana')).class).toBe('out_of_office'),
  );

  test.each(['junk', 'bulk'])(
    'by Precedence: %s alone, and never a newsletter or the mail of a list',
    async (precedence) => {
      const classOf = async (headers: string, body: string) =>
        (await classifySample(`Subject: Offer\nPrecedence: ${precedence}\n${headers}`, body)).class;
      expect(await classOf('', 'I am on vacation until Monday.')).toBe('out_of_office');
      expect(await classOf('', 'We have received your message.')).toBe('auto_reply');
      expect(await classOf('', 'All shoes cheaper. Unsubscribe here.')).toBe('other');
      expect(await classOf('List-Id: <dev.lists.example>', 'I am on vacation until Monday.')).toBe('other');
    },
  );
});

describe('gone for good is not absent', () => {
  test.each([
    'Ana no longer works here.',
    'Ana has left the company.',
    'Frau Ruiz ist nicht mehr bei uns tätig.',
    'A Ana já não trabalha connosco.',
    'Ana não faz mais parte da equipa.',
    'Ana Ruiz nie pracuje już w firmie.',
    '担当の者は退職いたしました。',
    'Ana ya no trabaja aquí.',
    'Ана больше не работает в компании.',
    'Ana artık çalışmıyor.',
  ])('%s', async (body) => {
    const headers = 'Subject: Automatic reply: Offer\nAuto-Submitted: auto-generated';
    expect((await classifySample(headers, body)).class).toBe('auto_reply');
  });
});

describe('the day of return', () => {
  test.each([
    ['I am back on 9 March.', '2026-03-09'],
    ['Out until March 16th, 2026.', '2026-03-16'],
    ['I am away through 13 March.', '2026-03-14'],
    ['On leave from 2 March to 13 March.', '2026-03-13'],
    ['I will return on 2026-04-01.', '2026-04-01'],
    ['I am away until 5 January.', '2027-01-05'],
    ['Ich bin bis einschließlich 15.03. im Urlaub.', '2026-03-16'],
    ['Ich bin vom 2. bis 13. März abwesend und ab dem 16. März wieder erreichbar.', '2026-03-16'],
    ['Je suis absente du 2 au 12 mars, de retour le 13 mars 2026.', '2026-03-13'],
    ['Estaré fuera hasta el 20 de marzo.', '2026-03-20'],
    ['Sono in ferie fino al 3 aprile.', '2026-04-03'],
    ['Estou de férias e regresso a 10 de abril.', '2026-04-10'],
    ['Ik ben afwezig tot en met 5 mei.', '2026-05-06'],
    ['Jag är åter den 4 augusti.', '2026-08-04'],
    ['Jestem na urlopie do 12 lipca.', '2026-07-12'],
    ['Jsem na dovolené do 9. července.', '2026-07-09'],
    ['Буду в отпуске до 9 марта.', '2026-03-09'],
    ['Я у відпустці до 9 березня.', '2026-03-09'],
    ['9 Mart tarihine kadar izindeyim.', '2026-03-09'],
    ['3月9日まで不在です。', '2026-03-09'],
    ['3월 9일까지 휴가입니다.', '2026-03-09'],
    ['Back on Monday.', '2026-03-09'],
    ['Je serai de retour jeudi.', '2026-03-05'],
    ['I am not in the office today.', '2026-03-03'],
    ['I will be back tomorrow.', '2026-03-03'],
    ['Abwesend bis 31/03.', '2026-03-31'],
  ])('%s', (words, until) => expect(readReturn(words, '2026-03-02T08:30:00.000Z')?.until ?? null).toBe(until));

  test.each([
    ['can be two days', 'Out of the office, returning 09/03/2026.'],
    ['is one of several', 'I am back on 9 March, or on 16 March.'],
    ['has passed', 'I was away until 9 January 2026.'],
    ['is none', 'I will be back on 31 February.'],
    ['is far away', 'Back on 9 March 2031.'],
    ['stands for something else', 'Our fair starts on 9 March.'],
  ])('is null when it %s', (_, words) => expect(readReturn(words, '2026-03-02T08:30:00Z')?.until ?? null).toBeNull());

  test('without a year needs to know when the note was sent', () => {
    expect(readReturn('Back on 9 March.', null)).toEqual({ text: '9 March', until: null });
    expect(readReturn('Back on 9 March 2026.', null)?.until).toBe('2026-03-09');
  });

  test('stands on the verdict, and only on that of an absence', async () => {
    expect(await classifySample(auto, 'I am on leave until 9 March.')).toMatchObject({
      class: 'out_of_office',
      returnsOn: '9 March',
      until: '2026-03-09',
    });
    expect(await classifySample(auto, 'Your ticket was opened. Back to you by 9 March.')).toMatchObject({
      until: null,
    });
    expect(await classifySample('Subject: Re: Offer', 'I am back on 9 March, call me.')).toMatchObject({ until: null });
  });
});

test.each([
  ['Urlaub', 'Wir planen unseren Urlaub und hätten gern ein Angebot für ein Auto bis 9. März'],
  ['Absence', 'Dear Noor, about the absence of your colleague at the meeting: can we repeat it?'],
  ['Auto: we need ten cars', 'Please send an offer for ten cars'],
  ['Automatic answer machine', 'We build automatic answer machines. Interested in leads.'],
])('a subject that people write, too, is no absence by itself: %s', async (subject, body) =>
  expect((await classifySample(`Subject: ${subject}`, body)).class).toBe('human'),
);

test.each([
  ['Otomatik yanıt', '9 Mart 2026 tarihine kadar izindeyim.'],
  ['Automatická odpověď', 'Do 9. března jsem na dovolené.'],
  ['自动回复', '我休假至3月9日。'],
  ['Trả lời tự động', 'Tôi đang nghỉ phép đến ngày 09/03/2026.'],
  ['Balasan otomatis', 'Saya sedang cuti sampai 9 Maret 2026.'],
  ['الرد التلقائي', 'أنا في إجازة حتى 9 مارس 2026'],
  ['מענה אוטומטי', 'אני בחופשה עד 9 במרץ 2026'],
])('the day an absence ends is read in any language, whatever the subject is: %s', async (subject, body) => {
  const headers = `Date: Mon, 2 Mar 2026 09:30:00 +0100\nSubject: ${subject}\nAuto-Submitted: auto-replied`;
  expect(await classifySample(headers, body)).toMatchObject({ class: 'out_of_office', until: '2026-03-09' });
});
