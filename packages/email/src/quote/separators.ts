import { headerBlock } from './header-labels.ts';

const MAX_LINE = 200;
const PHRASES = `original (?:message|e-?mail|appointment)|reply message|forwarded (?:message|by|e-?mail)|ursprüngliche (?:nachricht|e-mail|mail)|original-?(?:nachricht|mail)|antwort nachricht|weitergeleitete (?:nachricht|e-mail)|message (?:d['’]origine|original|initial|transféré)|courriel original|e-mail (?:d['’]origine|transféré)|mensaje (?:original|reenviado)|missatge original|messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada|reencaminhada)|oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|originalmeddelande|ursprungligt meddelande|vidarebefordrat (?:meddelande|brev)|oprindelig (?:besked|meddelelse|mail)|videresendt (?:besked|meddelelse|melding)|opprinnelig melding|alkuperäinen viesti|välitetty viesti|wiadomość (?:oryginalna|przekazana)|oryginalna wiadomość|przekazana wiadomość|původní (?:zpráva|e-?mail)|přeposlaná zpráva|pôvodná správa|preposlaná správa|eredeti üzenet|továbbított üzenet|(?:özgün|orijinal|asıl) (?:[iİ]leti|mesaj|e-?posta)|iletilen (?:mesaj|ileti)|mesaj(?:ul)? (?:original|inițial|redirecționat)|αρχικό μήνυμα|προωθημένο μήνυμα|исходное (?:сообщение|письмо)|оригинальное (?:сообщение|письмо)|пересылаемое сообщение|пересланное сообщение|(?:вихідне|оригінальне|початкове|переслане) повідомлення|оригинално съобщение|الرسالة الأصلية|رسالة (?:أصلية|معاد توجيهها)|הודעה (?:מקורית|שהועברה)|thư gốc|tin nhắn gốc|thư đã chuyển tiếp|원본 메(?:시|세)지|원본 이메일|전달된 메(?:시|세)지|元のメッセージ|転送(?:された)?メッセージ|オリジナルメッセージ|原始(?:邮件|郵件|訊息|信息)|邮件原件|回复的原邮件|转发(?:的)?(?:邮件|郵件|信息)|轉寄的?(?:郵件|訊息)|ข้อความต้นฉบับ|pesan asli|izvorna poruka|izvirno sporočilo|pradinis laiškas|algne teade`;
const DASHED = new RegExp(`^[-_=*\\s]{2,60}(?:${PHRASES})(?![\\p{L}\\p{N}]).{0,80}$`, 'iu');
const FORWARD =
  /^(begin forwarded message|début du message (réexpédié|transféré)|anfang der weitergeleiteten (nachricht|e-mail)|inizio messaggio inoltrato|inicio del mensaje reenviado|início da mensagem reencaminhada|begin doorgestuurd bericht|vidarebefordrat brev|начало переадресованного сообщения|転送されたメッセージ|以下是转发的邮件|开始转发的邮件)\s?[:：]?$/iu;
// Words between dashes in any language, when a header follows.
const ANY_WORDS = /^-{3,60}\s?[\p{L}][\p{L}\p{M}\s'’.]{2,60}-{3,60}$/u;
const LINE = /^[_\u2014\u2015\u2500-]{5,200}$|^[-_=*\u2014]{10,200}$/u;

/** How many lines from here on part an answer from an earlier mail, with the header that may follow; else 0. */
export function separatorLines(lines: readonly string[], start: number): number {
  const line = lines[start]!.slice(0, MAX_LINE + 1).trim();
  if (line === '' || line.length > MAX_LINE) return 0;
  const block = headerBlock(lines, start);
  if (block > 0) return block;
  const isWorded = DASHED.test(line) || FORWARD.test(line);
  if (!isWorded && !ANY_WORDS.test(line) && !LINE.test(line)) return 0;
  for (let at = start + 1; at <= start + 3 && at < lines.length; at += 1) {
    const following = headerBlock(lines, at);
    if (following > 0) return at + following - start;
    if (lines[at]!.trim() !== '') break;
  }
  return isWorded ? 1 : 0;
}
