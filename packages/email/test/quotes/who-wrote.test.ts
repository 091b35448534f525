import { describe, expect, test } from 'vitest';
import { visibleReply } from '../../src/quote/index.ts';

const reply = 'Yes, Tuesday at ten works for us.';
const marked = '> Would you have time for a call?\n> Noor';
const bare = 'Would you have time for a call next week?\nBest regards\nNoor';

/** Who wrote, as programs say it above a quote, in forty ways. */
const lines = [
  'On Mon, 2 Mar 2026 at 09:30, Noor <noor@agency.example> wrote:',
  'On Mar 2, 2026, at 9:30 AM, Noor Haddad <noor@agency.example> wrote:',
  'Am 02.03.26 um 09:30 schrieb Noor Haddad:',
  'Am Mo., 2. März 2026 um 09:30 Uhr schrieb Noor <noor@agency.example>:',
  'Le lun. 2 mars 2026 à 09:30, Noor <noor@agency.example> a écrit :',
  'El lun, 2 mar 2026 a las 9:30, Noor (<noor@agency.example>) escribió:',
  'Il giorno lun 2 mar 2026 alle ore 09:30 Noor <noor@agency.example> ha scritto:',
  'Em seg., 2 de mar. de 2026 às 09:30, Noor <noor@agency.example> escreveu:',
  'Op ma 2 mrt 2026 om 09:30 schreef Noor <noor@agency.example>:',
  'Op 2-3-2026 om 09:30 schreef Noor Haddad:',
  'Den mån 2 mars 2026 kl 09:30 skrev Noor <noor@agency.example>:',
  'man. 2. mar. 2026 kl. 09.30 skrev Noor <noor@agency.example>:',
  'ma 2. maalisk. 2026 klo 9.30 Noor (noor@agency.example) kirjoitti:',
  'pon., 2 mar 2026 o 09:30 Noor <noor@agency.example> napisał(a):',
  'po 2. 3. 2026 v 9:30 odesílatel Noor <noor@agency.example> napsal:',
  'Noor <noor@agency.example> ezt írta (időpont: 2026. márc. 2., H, 9:30):',
  'Noor <noor@agency.example>, 2 Mar 2026 Pzt, 09:30 tarihinde şunu yazdı:',
  'În lun., 2 mar. 2026 la 09:30, Noor <noor@agency.example> a scris:',
  'Στις Δευ 2 Μαρ 2026 στις 9:30 π.μ., ο χρήστης Noor <noor@agency.example> έγραψε:',
  'пн, 2 мар. 2026 г. в 09:30, Noor <noor@agency.example>:',
  '02.03.2026 09:30, Noor Haddad пишет:',
  'пн, 2 бер. 2026 р. о 09:30 Noor <noor@agency.example> пише:',
  '2026年3月2日(月) 9:30 Noor <noor@agency.example>:',
  '2026/03/02 9:30、Noor <noor@agency.example>のメール:',
  'Noor <noor@agency.example> 于2026年3月2日周一 09:30写道：',
  '2026년 3월 2일 (월) 오전 9:30, Noor <noor@agency.example>님이 작성:',
  'Vào Th 2, 2 thg 3, 2026 vào lúc 09:30 Noor <noor@agency.example> đã viết:',
  'Pada tanggal Sen, 2 Mar 2026 pukul 09.30 Noor <noor@agency.example> menulis:',
  'בתאריך יום ב׳, 2 במרץ 2026 ב-9:30 מאת Noor <noor@agency.example>:',
  'في الاثنين، 2 مارس 2026 في 9:30 ص تمت كتابة ما يلي بواسطة Noor <noor@agency.example>:',
  '---- On Mon, 02 Mar 2026 09:30:00 +0100 Noor <noor@agency.example> wrote ----',
  'dl., 2 de març 2026 a les 9:30, Noor <noor@agency.example> va escriure:',
  'pon, 2. ožu 2026. u 09:30 Noor <noor@agency.example> napisao je:',
  'V pon., 2. mar. 2026 ob 09:30 je oseba Noor <noor@agency.example> napisala:',
  'po 2. 3. 2026 o 9:30 Noor <noor@agency.example> napísal(a):',
  'На пн, 2.03.2026 г. в 9:30 Noor <noor@agency.example> написа:',
  'mán. 2. mar. 2026 kl. 09:30 skrifaði Noor <noor@agency.example>:',
  'E, 2. märts 2026 kell 09:30 kirjutas Noor <noor@agency.example>:',
  'P., 2026. g. 2. marts, plkst. 09:30, lietotājs Noor (<noor@agency.example>) rakstīja:',
  '2026-03-02, pr, 09:30 Noor <noor@agency.example> rašė:',
  'เมื่อ จ. 2 มี.ค. 2026 เวลา 09:30 Noor <noor@agency.example> เขียนว่า:',
];
/** The headers of the quoted mail, as other programs copy them. */
const headers = [
  'From: Noor Haddad <noor@agency.example>\nSent: Monday, March 2, 2026 9:30 AM\nTo: Ana <ana@client.example>\nSubject: Offer\n',
  'Von: Noor Haddad <noor@agency.example>\nGesendet: Montag, 2. März 2026 09:30\nAn: Ana\nBetreff: Angebot\n',
  'De : Noor Haddad <noor@agency.example>\nEnvoyé : lundi 2 mars 2026 09:30\nÀ : Ana\nObjet : Offre\n',
  'De: Noor Haddad <noor@agency.example>\nEnviado el: lunes, 2 de marzo de 2026 9:30\nPara: Ana\nAsunto: Oferta\n',
  'Da: Noor <noor@agency.example>\nInviato: lunedì 2 marzo 2026 09:30\nA: Ana\nOggetto: Offerta\n',
  'De: Noor <noor@agency.example>\nEnviada em: segunda-feira, 2 de março de 2026 09:30\nPara: Ana\nAssunto: Oferta\n',
  'Van: Noor <noor@agency.example>\nVerzonden: maandag 2 maart 2026 09:30\nAan: Ana\nOnderwerp: Aanbod\n',
  'Från: Noor <noor@agency.example>\nSkickat: den 2 mars 2026 09:30\nTill: Ana\nÄmne: Erbjudande\n',
  'Fra: Noor <noor@agency.example>\nSendt: 2. marts 2026 09:30\nTil: Ana\nEmne: Tilbud\n',
  'Lähettäjä: Noor <noor@agency.example>\nLähetetty: maanantai 2. maaliskuuta 2026 9.30\nVastaanottaja: Ana\nAihe: Tarjous\n',
  'Od: Noor <noor@agency.example>\nWysłano: poniedziałek, 2 marca 2026 09:30\nDo: Ana\nTemat: Oferta\n',
  'Od: Noor <noor@agency.example>\nOdesláno: pondělí 2. března 2026 9:30\nKomu: Ana\nPředmět: Nabídka\n',
  'Feladó: Noor <noor@agency.example>\nElküldve: 2026. március 2., hétfő 9:30\nCímzett: Ana\nTárgy: Ajánlat\n',
  'Kimden: Noor <noor@agency.example>\nGönderildi: 2 Mart 2026 Pazartesi 09:30\nKime: Ana\nKonu: Teklif\n',
  'От: Noor <noor@agency.example>\nОтправлено: 2 марта 2026 г. 9:30\nКому: Ana\nТема: Предложение\n',
  '差出人: Noor <noor@agency.example>\n送信日時: 2026年3月2日 9:30\n宛先: Ana\n件名: 提案\n',
  '发件人: Noor <noor@agency.example>\n发送时间: 2026年3月2日 9:30\n收件人: Ana\n主题: 报价\n',
  '보낸 사람: Noor <noor@agency.example>\n보낸 날짜: 2026년 3월 2일 월요일 오전 9:30\n받는 사람: Ana\n제목: 제안\n',
  '-----Original Message-----\nFrom: Noor <noor@agency.example>\nSent: Monday\nTo: Ana\nSubject: Offer\n',
  '-----Ursprüngliche Nachricht-----\nVon: Noor\nGesendet: Montag\nAn: Ana\nBetreff: Angebot\n',
  '________________________________\nFrom: Noor <noor@agency.example>\nSent: Monday, March 2, 2026\nTo: Ana\nSubject: Offer\n',
];

describe('the answer ends above the line that says who wrote', () => {
  test.each(lines)('%s', (line) => {
    for (const quote of [marked, bare]) expect(visibleReply(`${reply}\n\n${line}\n\n${quote}`).reply).toBe(reply);
  });
});

describe('the answer ends above the headers of the mail it answers', () => {
  test.each(headers)('%s', (copied) => expect(visibleReply(`${reply}\n\n${copied}\n${bare}`).reply).toBe(reply));
});
