import EmailReplyParser from 'email-reply-parser';

/** A text reply in two: what its author wrote, and what was quoted below (signature included). */
export interface VisibleReply {
  reply: string;
  quoted: string;
}

// The parser's patterns look across lines; beyond this length nobody types.
const MAX_LENGTH = 20_000;
// Headers that mail programs put above a quote and the library does not know in every language.
const QUOTE_STARTS = [
  /^-{2,} ?(original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada|oorspronkelijk bericht|doorgestuurd bericht) ?-{2,}$/i,
  /^_{10,}$/,
  /^\*?(from|von|de|da|van)\s?:\*? .{0,200}@/i,
  /^(on|am|le|el|il|em|op|den|in data) .{5,200}(wrote|schrieb.{0,120}|a écrit|escribió|ha scritto|escreveu|schreef.{0,120}|skrev.{0,120})\s?:$/i,
];
const HEADER_BLOCK = /^\*?(from|von|de|da|van)\s?:\*?\s\S/i;
const HEADER_NEXT =
  /^\*?(sent|date|to|gesendet|datum|an|envoyé|à|enviado|fecha|para|inviato|data|a|verzonden|aan|enviada em)\s?:\*?/i;

/** Parts a plain text reply from its quote; the whole text is the reply when no quote is found. */
export function visibleReply(text: string): VisibleReply {
  const lines = text.replace(/\r\n?/g, '\n').slice(0, MAX_LENGTH).split('\n');
  // Long runs of empty lines say nothing and cost the parser dearly.
  const whole = lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
  const cut = quoteStart(whole.split('\n'));
  const above = cut === -1 ? whole : whole.split('\n').slice(0, cut).join('\n');
  const reply = new EmailReplyParser().parseReply(above).trim();
  if (reply === '' && cut <= 0) return { reply: '', quoted: whole.trim() };
  const quoted = whole.startsWith(reply)
    ? whole.slice(reply.length)
    : above.replace(reply, '') + whole.slice(above.length);
  return { reply, quoted: quoted.trim() };
}

function quoteStart(lines: readonly string[]): number {
  return lines.findIndex((line, index) => {
    const trimmed = line.trim();
    if (QUOTE_STARTS.some((pattern) => pattern.test(trimmed))) return true;
    // Programs wrap a long "On … wrote:" over two lines.
    if (trimmed !== '' && QUOTE_STARTS[3]!.test(`${trimmed} ${lines[index + 1]?.trim() ?? ''}`)) return true;
    return HEADER_BLOCK.test(trimmed) && HEADER_NEXT.test(lines[index + 1]?.trim() ?? '');
  });
}
