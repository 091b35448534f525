const MARK = /^\s{0,3}(--|-- |_{2,9})$/u;
const LIST_FOOTER = /^_{10,80}$/;
const CLOSING =
  /^((kind(est)?|best|warm(est)?|with( kind| best)?|many)?\s?(regards|wishes|rgds)|all the best|best wishes|(yours )?(sincerely|faithfully|truly)|cheers|best|thanks( a lot| again| in advance)?|many thanks|thank you|thx|(mit )?(freundlichen|besten|herzlichen|vielen|lieben|liebe|viele|beste|freundliche|herzliche) (grü(ß|ss)en?|gruessen?|dank)|gru(ß|ss)|lg|vg|mfg|(bien )?cordialement|bien à (vous|toi)|(meilleures |sincères )?salutations( distinguées)?|(un )?saludos?( cordiales)?|(un cordial saludo|atentamente|cordialmente)|(cordiali |distinti )?saluti|un saluto|(com os melhores )?cumprimentos|atenciosamente|att|abraços?|met (vriendelijke|hartelijke) groet(en)?|(hartelijke |vriendelijke )?groet(en|jes)?|mvg|(med )?(vänlig(a)?|bästa) hälsning(ar)?|hälsningar|(med )?(venlig|vennlig|beste|bedste|de bedste) hils(en|ner)|hilsen|mvh|dbh|kh|vh|(ystävällisin )?terveisin|z (poważaniem|powazaniem)|pozdrawiam|(s|se) (pozdravem|úctou|pozdravom)|üdvözlettel|tisztelettel|udvozlettel|saygılarım(la|ızla)|(iyi|i̇yi) (çalışmalar|günler)|cu (stimă|respect|drag)|με εκτίμηση|φιλικά|с уважением|з повагою|trân trọng|此致|敬礼|祝好|顺祝商祺)\s?[,.!;，、]*$/iu;
const POSTSCRIPT =
  /^\s*(p\.? ?p?\.? ?s\b|ps\b|n\.? ?b\.|p\.? ?d\.? ?[:.]|pd:|post ?scriptum|nachtrag|追伸|추신|又及|附言|υ\.?γ\.?|з\.?ы\.?|п\.?\s?с\.?)[\s.:,：-]?/iu;
const NOTICE =
  /confidential|intended (only|solely|recipient)|privileged|disclaimer|vertraulich|confidentiel|confidencial|riservat|unsubscribe|virus|registered (office|in)|handelsregister|geschäftsführer|please consider the environment/iu;
// What a phone or a mail program adds below a text.
const DEVICE =
  /^\s*[-*]{0,2}\s?(sent (from|via|with|using|on the go) (my |the |a |yahoo|outlook|proton|mail|gmail|samsung|iphone|ipad|android|blackberry|verizon|hotmail|aol|zoho|sparrow|mailbox|windows|nine|spark|superhuman|acompli|xfinity|mobile|hey)|get outlook for|get bluemail for|(von|gesendet von|gesendet mit) (meinem?|outlook|mail|der|gmx|web\.de|samsung|iphone|ipad|yahoo|android)|von .{1,40} gesendet|outlook (für|voor|pour) .{2,40}|diese nachricht wurde von meinem|envoyé (de(puis)? (mon|ma|yahoo|l'|outlook|mail|un)|à partir de|via |avec )|télécharger outlook|obtenir outlook|obten(er|ha) outlook|obter (o )?outlook|enviado (desde|do|de|a partir de) (mi|meu|o meu|yahoo|outlook|correo para|email para|um|mail|samsung)|enviat des del?|inviato (da(l| )|con )|scarica outlook|ottieni outlook|(verzonden|verstuurd) (vanaf|vanuit|met (outlook|mail|mijn|proton))|outlook voor|skickat från|hämta outlook|sendt fra|hent outlook|få outlook|wysłan[eo] z |pobierz outlook|lähetetty .{0,30}(iphone|ipad|puhelim|outlook|samsung|laitteesta)|hanki outlook|odesláno z|získejte outlook|stáhnout outlook|odoslané z|küldve .{0,30}(iphone|ipad|samsung|telefon|készülék|outlook)|elküldve .{0,40}r[óő]l|.{0,30}(iphone|ipad|samsung|android|telefon).{0,15} gönderildi|trimis de pe|trimis din|στάλθηκε από|отправлено (с|из|от) |надіслано (з|із) |изпратено от|أرسلت من|مرسل(ة)? من|נשלח מ|(나의|내) .{1,30}(에서|로) 보냄$|.{1,30}에서 보냄$|(私の)?.{1,30}から送信(されました|しています)?$|(发自|發自|来自|從|从)(我的)? ?.{1,30}(传送|傳送|发送|發送)?$|获取 outlook|取得 outlook|đã gửi từ|gửi từ .{1,20} của tôi|dikirim dari|ส่งจาก)/iu;
const CONTACT = /https?:|www\.|@|\+?\d[\d\s()/.-]{6,20}|\b(tel|phone|mobile?|cell|fax|skype|linkedin)\b/iu;
const LONGEST_DEVICE = 90;
const LONGEST_NAME = 60;
const LONGEST_BLOCK = 14;
const LONGEST_PROSE = 400;

/** Whether a line is what a phone or a mail program adds below a text, and not the start of a sentence. */
export function isDeviceLine(lines: readonly string[], index: number): boolean {
  const line = lines[index]!;
  if (line.length > LONGEST_DEVICE && !/https?:\/\//.test(line.slice(0, 400))) return false;
  const text = line
    .slice(0, LONGEST_DEVICE)
    .replace(/[<[(]?https?:\/\/.*$/, '')
    .trim();
  if (!DEVICE.test(text) || /[,;?]|[.!]\s|\p{L}{3,}\.$/u.test(text.replace(/\.$/, ''))) return false;
  if (text.endsWith('.') && text.split(/\s+/).length > 7) return false;
  const next = lines[index + 1]?.trim() ?? '';
  return next === '' || !/^\p{Ll}/u.test(next);
}

/**
 * How many lines from here on are a signature: a closing with a name below it, or what stands under `--`; it ends where
 * something is written again, such as a postscript. 0 when there is none. `isQuote` tells where an earlier mail begins.
 */
export function signatureLines(lines: readonly string[], start: number, isQuote: (index: number) => boolean): number {
  const line = lines[start]!.slice(0, 200).trimEnd();
  const isMark = MARK.test(line) || LIST_FOOTER.test(line);
  if (
    !isMark &&
    !(line.length < LONGEST_NAME && CLOSING.test(line.trim()) && endsText(lines, start + 1)) &&
    !isDashedName(lines, start)
  )
    return 0;
  let written = 0;
  let at = start + 1;
  while (at < lines.length) {
    const text = lines[at]!.slice(0, 400);
    const isNew = lines[at - 1]!.trim() === '';
    if (text.trim() !== '') {
      if (isQuote(at) || POSTSCRIPT.test(text)) break;
      // Thanks in the middle of a mail are no closing.
      if (!isMark && isNew && !isSignaturePart(paragraph(lines, at))) return written > 0 ? at - start : 0;
      written += 1;
      if (isMark && written > LONGEST_BLOCK && !LIST_FOOTER.test(line)) return 0;
    }
    at += 1;
  }
  return at - start;
}

/** Below a closing stands a name or nothing; a sentence means that it was none. */
function endsText(lines: readonly string[], next: number): boolean {
  const line = lines[next]?.trim() ?? '';
  return (
    line === '' ||
    (line.length < LONGEST_NAME && !/[.!?]$/.test(line) && line.split(/\s+/).length <= 6) ||
    line.startsWith('>')
  );
}

// "-Ana Ruiz" by itself at the end.
function isDashedName(lines: readonly string[], start: number): boolean {
  if (!/^[-–—]\s?\p{Lu}[\p{L}.'’]{0,20}(\s\p{Lu}[\p{L}.'’]{0,20}){0,2}$/u.test(lines[start]!.slice(0, 80).trim()))
    return false;
  const isAlone = (lines[start - 1] ?? '').trim() === '';
  return isAlone && (lines[start + 1] ?? '').trim() === '' && start > 0;
}

function paragraph(lines: readonly string[], start: number): string[] {
  const found: string[] = [];
  for (let at = start; at < lines.length && found.length < LONGEST_BLOCK; at += 1) {
    const line = lines[at]!.slice(0, LONGEST_PROSE).trim();
    if (line === '') break;
    found.push(line);
  }
  return found;
}

/** Ways to reach somebody, what companies put under every mail, or a few short lines that are no sentence. */
function isSignaturePart(part: readonly string[]): boolean {
  const text = part.join(' ').slice(0, 2_000);
  if (NOTICE.test(text)) return true;
  const isSentence = /[.!?。！？:：]\s?[)"']?$/u.test(part.at(-1) ?? '') && text.split(/\s+/).length >= 4;
  if (isSentence) return false;
  if (CONTACT.test(text)) return true;
  return (
    part.length <= 6 &&
    part.every((line) => line.length <= 50 && !/^([-*•]|\d{1,2}[.)])\s/.test(line) && !line.includes('?'))
  );
}
