// The labels under which mail programs repeat the header of a quoted mail, by what they name.
const LABELS: Record<string, string> = {
  from: `from|von|de|da|van|från|fra|od|lähettäjä|от|отправитель|від|发件人|發件人|寄件者|寄件人|差出人|送信元|送信者|보낸 사람|보낸사람|발신인|feladó|gönderen|kimden|expeditor|de la|από|người gửi|từ|من|المرسل|מאת|จาก|dari|nuo|saatja|pošiljatelj|šalje|odesílatel|odosielateľ|avsändare|afsender|avsender|remitente|expéditeur|absender|mittente|remetente|nadawca|afzender`,
  sent: `sent|gesendet|envoyé|envoyé le|enviado|enviado el|enviado em|enviada|enviada em|enviat|inviato|verzonden|skickat|sendt|wysłano|wysłane|odesláno|odoslané|elküldve|küldve|gönderildi|gönderilme|gönderme tarihi|보낸 날짜|보낸 시간|보낸날짜|送信日時|送信済み|发送时间|发送日期|發送時間|寄件日期|傳送時間|trimis|trimisă|στάλθηκε|đã gửi|gửi|ngày gửi|lähetetty|отправлено|дата отправки|надіслано|تم الإرسال|تاريخ الإرسال|נשלח|ส่ง|dikirim|išsiųsta|saadetud|poslano|poslato|изпратено`,
  date: `date|datum|fecha|data|dato|dátum|tarih|날짜|日付|日時|日期|时间|時間|ημερομηνία|ngày|päivämäärä|päiväys|дата|التاريخ|תאריך|วันที่|tanggal`,
  to: `to|an|à|a|para|aan|till|til|do|komu|címzett|kime|alıcı|받는 사람|받는사람|수신|宛先|收件人|收件者|către|catre|προς|đến|tới|người nhận|vastaanottaja|кому|إلى|אל|ถึง|kepada|kam|saaja|za|per|destinataire|destinatario|destinatário`,
  copy: `cc|kopie|kopia|copie|copia|cópia|másolatot kap|bilgi|참조|抄送|副本|dw|копия|копія|kopio|kopi|kópia|κοιν|نسخة|העתק`,
  subject: `subject|betreff|betr|objet|asunto|oggetto|assunto|assumpte|onderwerp|ämne|emne|temat|předmět|predmet|tárgy|konu|제목|件名|主题|主題|标题|subiect|subiectul|θέμα|chủ đề|tiêu đề|aihe|тема|الموضوع|נושא|เรื่อง|perihal|subjek|zadeva|tema|teema`,
  other: 'reply-to|antwort an|importance|wichtigkeit|attachments|anlagen|pièces jointes|organization|priority|replyto',
};
const KINDS = new Map(Object.entries(LABELS).flatMap(([kind, words]) => words.split('|').map((word) => [word, kind])));
const LABEL = /^[\s>*_|]{0,12}(\p{L}[\p{L}\p{M} -]{0,22}?)[ \u00a0]?\*{0,2}[ \u00a0]?[:：]/u;
const MOST_LINES = 16;
const MOST_CONTINUED = 2;

/** Which header a line repeats (`from`, `sent`, `date`, `to`, `copy`, `subject`), undefined when it is none. */
function headerLabel(line: string): string | undefined {
  const label = LABEL.exec(line.slice(0, 80))?.[1];
  return label === undefined ? undefined : KINDS.get(label.toLowerCase().trim());
}

/** How many lines from here on repeat the header of an earlier mail, as Outlook does; 0 when they do not. */
export function headerBlock(lines: readonly string[], start: number): number {
  if (headerLabel(lines[start]!) === undefined) return 0;
  const kinds = new Set<string>();
  let [end, continued, hasAddress] = [start, 0, false];
  for (let at = start; at < Math.min(lines.length, start + MOST_LINES); at += 1) {
    const line = lines[at]!.slice(0, 400);
    const kind = headerLabel(line);
    if (kind === undefined && line.trim() === '') {
      // Text made of html has empty lines between them.
      if (headerLabel(lines[at + 1] ?? '') === undefined) break;
      continue;
    }
    if (kind === undefined && ++continued > MOST_CONTINUED) break;
    // The same header twice is the next block.
    if (kind !== undefined && kind !== 'other' && kinds.has(kind)) break;
    if (/\S@\S/.test(line)) hasAddress = true;
    if (kind !== undefined) {
      kinds.add(kind);
      continued = 0;
      end = at + 1;
    }
  }
  // A journey has a "From" and a "To", too.
  const isMail = kinds.has('subject') || kinds.has('sent') || hasAddress;
  if (kinds.has('from') && kinds.size >= 2 && isMail) return end - start;
  const isDated = kinds.has('date') || kinds.has('sent');
  if (isDated && kinds.has('to') && hasAddress) return end - start;
  return isLoneSender(lines[start]!) ? 1 : 0;
}

// One line with nothing but a sender's address, in the capital letter that programs give it.
function isLoneSender(line: string): boolean {
  const short = line.slice(0, 200);
  if (headerLabel(short) !== 'from' || /^[\s>*_|]*\p{Ll}/u.test(short)) return false;
  return /[:：]\*{0,2}\s*[^@]{0,80}<?[^\s@<>]{1,64}@[^\s@<>]{1,100}>?(\s?\[mailto:.*)?\s*$/u.test(short);
}
