// How mail programs mark what they quote, in the languages they speak. All patterns are tried on one trimmed line of at
// most MAX_LINE characters, so none of them can run away.
const MAX_LINE = 400;

const SEPARATOR =
  /^(-{2,} ?(original (message|e-?mail|appointment)|forwarded (message|by)|ursprüngliche (nachricht|e-mail)|weitergeleitete (nachricht|e-mail)|message (d'origine|original|transféré)|e-mail transféré|mensaje (original|reenviado)|messaggio (originale|inoltrato)|mensagem (original|encaminhada)|oorspronkelijk bericht|doorgestuurd bericht|originalmeddelande|ursprungligt meddelande|vidarebefordrat (meddelande|brev)|oprindelig (besked|meddelelse)|opprinnelig melding|wiadomość (oryginalna|przekazana)|oryginalna wiadomość|исходное сообщение|пересылаемое сообщение|原始邮件)\b.{0,80}|_{10,}|begin forwarded message\s?:|début du message (réexpédié|transféré)\s?:|anfang der weitergeleiteten (nachricht|e-mail)\s?:)/iu;
const VERB =
  /(^|[\s,>)])(wrote|writes|schrieb|(a )?écrit|escribió|ha scritto|scrive|escreveu|schreef|skrev|napisał(a|\(a\))?|pisze|kirjoitti|написала?|пишет|пише|写道|wrote the following)(?=$|[\s:：])/iu;
// A date and an address and a colon, without any verb: Gmail in many languages.
const DATED_ADDRESS = /\d.{0,300}<[^<>\s]+@[^<>\s]+>\)?\s?[:：]$/u;
const FROM_LABEL =
  /^\*?(from|von|de|da|van|från|fra|od|lähettäjä|от|发件人|差出人|odesílatel|feladó|gönderen)\s?[:：]\*?\s*\S/iu;
const NEXT_LABEL =
  /^\*?(sent|date|to|subject|reply-to|gesendet|datum|an|betreff|envoyé|à|objet|enviado( el)?|fecha|para|asunto|inviato|data|a|oggetto|verzonden|aan|onderwerp|enviada em|assunto|skickat|till|ämne|sendt|til|emne|wysłano|wysłane|do|temat|lähetetty|отправлено|дата|кому|发送时间|收件人|送信日時|宛先)\s?[:：]\*?/iu;

/** A line of its own that ends the text: separators and closings. */
export const SIGNATURE =
  /^(--|-- |_{2,9}|((kind|best|warm|warmest) )?regards|best wishes|(yours )?(sincerely|faithfully)|cheers|(mit )?(freundlichen|besten|herzlichen|vielen|liebe|viele|beste|freundliche) grüßen?|mfg|(bien )?cordialement|bien à vous|(un )?saludos?( cordiales)?|(un cordial|atentamente)|cordiali saluti|distinti saluti|atenciosamente|met vriendelijke groet(en)?|med vänlig hälsning|vänliga hälsningar|mvh|(z poważaniem|pozdrawiam))\s?[,.!]*$/iu;
/** What a phone or a mail program adds below a text. */
export const SMALL_SIGNATURE =
  /^\s*(sent (from|via|with) (my |yahoo|outlook|proton|mail|gmail|samsung|the |a )|get outlook for|(von|gesendet von) (meinem?|outlook|mail) |von meinem .{1,40} gesendet|envoyé (de(puis)? (mon|ma|yahoo|l')|à partir de)|télécharger outlook|obtenir outlook|enviado (desde|do|de) (mi|meu|o|yahoo)|inviato da(l| )|verzonden vanaf|verstuurd vanaf|skickat från|wysłane z |sendt fra)/iu;

/** How many lines from here on say who wrote what follows ("On Monday, Noor wrote:"), 0 when they do not. */
export function isAttribution(lines: readonly string[], index: number): number {
  let text = '';
  // Programs wrap a long one over two or three lines.
  for (let count = 1; count <= 3; count += 1) {
    const line = lines[index + count - 1]?.trim() ?? '';
    if (line === '' || line.length > MAX_LINE) return 0;
    // A line that starts a wrapped one has the date or the name's beginning in it, never an end of its own.
    if (count > 1 && /[.!?:]$/.test(text) && !/\d\.$/.test(text)) return 0;
    text = text === '' ? line : `${text} ${line}`;
    if (!/[:：]$/.test(line)) continue;
    const told = VERB.test(text) && /[\d@]/.test(text);
    return text.length <= MAX_LINE && (told || DATED_ADDRESS.test(text)) ? count : 0;
  }
  return 0;
}

/** Whether from this line on everything is an earlier mail: a separator, or its headers as Outlook lists them. */
export function opensQuotedMail(lines: readonly string[], index: number): boolean {
  const line = lines[index]!.slice(0, MAX_LINE).trim();
  if (line === '') return false;
  if (SEPARATOR.test(line)) return true;
  if (!FROM_LABEL.test(line)) return false;
  return /@[^\s@]/.test(line) || NEXT_LABEL.test((lines[index + 1] ?? '').slice(0, MAX_LINE).trim());
}
