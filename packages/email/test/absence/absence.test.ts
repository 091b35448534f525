import { describe, expect, test } from 'vitest';
import { classifySample } from '../../src/classify/build-sample.ts';

type Row = [subject: string, body: string, isMarked: boolean, kind: string, until?: string];
const sent = 'Date: Mon, 2 Mar 2026 10:00:00 +0100';

/** Absences in more than thirty languages, with a header that says that no person sent them or by their words alone. */
const absences: readonly Row[] = [
  ['Automatic reply: Offer', 'I am out of the office until 9 March 2026.', false, 'out_of_office', '2026-03-09'],
  ['Re: Offer', 'I am currently out of office with no access to email.', true, 'out_of_office'],
  ['Out of office', 'Not in the office today.', false, 'out_of_office', '2026-03-03'],
  ['Automatic reply', 'I am on a business trip and will answer with delay.', true, 'out_of_office'],
  ['Automatic reply', 'I am on parental leave until 1 September 2026.', true, 'out_of_office', '2026-09-01'],
  ['Automatic reply', 'Our office is closed for the holidays.', true, 'out_of_office'],
  ['Automatic reply', 'I have left Client Ltd. Please write to Ben.', true, 'auto_reply'],
  [
    'Abwesenheitsnotiz: Angebot',
    'Ich bin bis einschließlich 6. März 2026 nicht im Büro.',
    false,
    'out_of_office',
    '2026-03-07',
  ],
  [
    'Automatische Antwort',
    'Ich bin im Urlaub und ab 16.03.2026 wieder erreichbar.',
    true,
    'out_of_office',
    '2026-03-16',
  ],
  ['AW: Angebot', 'Ich befinde mich derzeit in Elternzeit.', true, 'out_of_office'],
  ['AW: Angebot', 'Ich arbeite nicht mehr bei Client.', true, 'auto_reply'],
  ['Réponse automatique : Offre', 'Je suis absent du bureau jusqu’au 9 mars 2026.', false, 'out_of_office'],
  [
    'Réponse automatique',
    'Actuellement en congés, je serai de retour le 16 mars.',
    true,
    'out_of_office',
    '2026-03-16',
  ],
  ['Respuesta automática: Oferta', 'Estaré fuera de la oficina hasta el 9 de marzo.', false, 'out_of_office'],
  ['Respuesta automática', 'Estoy de vacaciones y vuelvo el 16 de marzo de 2026.', true, 'out_of_office', '2026-03-16'],
  ['Risposta automatica: Offerta', 'Sono assente dall’ufficio fino al 9 marzo.', false, 'out_of_office'],
  ['Risposta automatica', 'Sarò in ferie e rientrerò il 16 marzo 2026.', true, 'out_of_office', '2026-03-16'],
  ['Resposta automática: Oferta', 'Estou de férias até 9 de março.', false, 'out_of_office'],
  ['Resposta automática', 'Já não trabalho na empresa.', true, 'auto_reply'],
  ['Automatisch antwoord: Aanbod', 'Ik ben afwezig tot en met 8 maart 2026.', false, 'out_of_office', '2026-03-09'],
  ['Automatisch antwoord', 'Ik ben met vakantie en ben 16 maart weer terug.', true, 'out_of_office', '2026-03-16'],
  ['Autosvar: Erbjudande', 'Jag är på semester till och med 8 mars.', false, 'out_of_office', '2026-03-09'],
  ['Automatiskt svar', 'Jag är tillbaka den 16 mars 2026.', true, 'out_of_office', '2026-03-16'],
  ['Autosvar: Tilbud', 'Jeg er på ferie til og med 8. marts 2026.', false, 'out_of_office', '2026-03-09'],
  ['Automatisk svar: Tilbud', 'Jeg er ikke på kontoret i dag.', false, 'out_of_office'],
  ['Automaattinen vastaus: Tarjous', 'Olen lomalla 9.3.2026 asti.', false, 'out_of_office'],
  ['Odpowiedź automatyczna: Oferta', 'Jestem na urlopie do 8 marca 2026.', false, 'out_of_office'],
  ['Odpowiedź automatyczna', 'Nie pracuję już w firmie Client.', true, 'auto_reply'],
  ['Automatická odpověď: Nabídka', 'Jsem na dovolené do 8. března 2026.', false, 'out_of_office'],
  ['Automatická odpoveď: Ponuka', 'Som mimo kancelárie do 8. marca.', false, 'out_of_office'],
  ['Automatikus válasz: Ajánlat', 'Szabadságon vagyok március 9-ig.', false, 'out_of_office'],
  ['Otomatik yanıt: Teklif', '9 Mart 2026 tarihine kadar izindeyim.', false, 'out_of_office'],
  ['Răspuns automat: Ofertă', 'Sunt în concediu până pe 9 martie 2026.', false, 'out_of_office'],
  ['Αυτόματη απάντηση: Προσφορά', 'Απουσιάζω από το γραφείο μέχρι τις 9 Μαρτίου 2026.', false, 'out_of_office'],
  ['Автоответ: Предложение', 'Я в отпуске до 9 марта 2026 года.', false, 'out_of_office'],
  ['Автоматична відповідь: Пропозиція', 'Я у відпустці до 9 березня 2026.', false, 'out_of_office'],
  ['Автоматичен отговор: Оферта', 'В отпуск съм до 9 март 2026.', false, 'out_of_office'],
  ['Automatski odgovor: Ponuda', 'Na godišnjem sam odmoru do 9. ožujka 2026.', false, 'out_of_office'],
  ['Samodejni odgovor: Ponudba', 'Na dopustu sem do 9. marca 2026.', false, 'out_of_office'],
  ['Аутоматски одговор', 'На одмору сам до 9. марта.', true, 'out_of_office'],
  ['自動返信: お見積り', '3月9日まで休暇をいただいております。', false, 'out_of_office', '2026-03-09'],
  ['【自動返信】', '本日は不在にしております。', false, 'out_of_office'],
  ['自动回复: 报价', '我正在休假，3月9日回来。', false, 'out_of_office', '2026-03-09'],
  ['自動回覆: 報價', '我目前不在辦公室。', false, 'out_of_office'],
  ['자동 회신: 견적', '3월 9일까지 휴가입니다.', false, 'out_of_office'],
  ['부재중: 견적', '현재 출장 중입니다.', false, 'out_of_office'],
  ['Trả lời tự động: Báo giá', 'Tôi đang nghỉ phép đến hết ngày 9 tháng 3.', false, 'out_of_office'],
  ['Balasan otomatis: Penawaran', 'Saya sedang cuti sampai 9 Maret 2026.', false, 'out_of_office'],
  ['ตอบกลับอัตโนมัติ: ข้อเสนอ', 'ขณะนี้ฉันไม่อยู่ที่สำนักงาน', false, 'out_of_office'],
  ['رد تلقائي: عرض', 'أنا في إجازة حتى 9 مارس 2026.', false, 'out_of_office'],
  ['תשובה אוטומטית: הצעה', 'אני בחופשה עד 9 במרץ 2026.', false, 'out_of_office'],
  ['Automātiskā atbilde: Piedāvājums', 'Esmu atvaļinājumā līdz 9. martam.', false, 'out_of_office'],
  ['Automatinis atsakymas: Pasiūlymas', 'Atostogauju iki kovo 9 d.', false, 'out_of_office'],
  ['Automaatne vastus: Pakkumine', 'Olen puhkusel kuni 9. märtsini.', false, 'out_of_office'],
  ['Resposta automàtica: Oferta', 'Estic de vacances fins al 9 de març.', false, 'out_of_office'],
  ['Sjálfvirkt svar: Tilboð', 'Ég er í fríi til 9. mars.', false, 'out_of_office'],
];
/** Answers of people who speak of an absence. */
const people: readonly Row[] = [
  ['Re: Offer', 'I was on holiday last week, sorry. Tuesday works.', false, 'human'],
  ['Re: Offer', 'I will be out of the office on Friday, so let us talk on Thursday.', false, 'human'],
  ['Re: Angebot', 'Ich bin ab Montag im Urlaub, danach gern.', false, 'human'],
  ['Re: Offre', 'Je suis en vacances la semaine prochaine, parlons-en avant.', false, 'human'],
];

const judge = (subject: string, body: string, isMarked: boolean, kind: string) => {
  const more = isMarked
    ? ['Auto-Submitted: auto-replied']
    : kind === 'human'
      ? ['In-Reply-To: <m@agency.example>']
      : [];
  return classifySample([sent, `Subject: ${subject}`, ...more].join('\n'), body);
};

describe('an absence is known in any language, and by the day it ends', () => {
  test.each(absences)('%s: %s', async (subject, body, isMarked, kind, until) => {
    const found = await judge(subject, body, isMarked, kind);
    expect(found.class).toBe(kind);
    if (until) expect(found.until).toBe(until);
  });
});

describe('a person who speaks of one is no automatic answer', () => {
  test.each(people)('%s: %s', async (subject, body, isMarked, kind) =>
    expect((await judge(subject, body, isMarked, kind)).class).toBe('human'),
  );
});
