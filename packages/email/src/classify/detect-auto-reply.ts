import type { ParsedMail } from '../parse/index.ts';

const AWAY_SUBJECT =
  /^(automatic reply|auto(matic)?[ -]?(reply|response)|out of (the )?office|on (vacation|holiday|leave)|abwesenheits\w*|automatische antwort|außer haus|nicht im (büro|haus)|réponse automatique|absence|absent|respuesta automática|fuera de (la )?oficina|ausencia|risposta automatica|fuori (sede|ufficio)|assenza|resposta automática|fora do escritório|ausência|automatisch (antwoord|bericht)|afwezig)/i;
const AWAY_WORDS =
  /out of (the )?office|(on|annual|parental|maternity|sick) (vacation|holiday|leave)|away from (my desk|the office|my e-?mail)|currently (away|travelling|traveling|out)|limited access to (my )?e-?mail|(i'm|i am) (away|off)|i('ll| will) be (back|away|out)|nicht im (büro|haus)|abwesend|außer haus|im urlaub|in elternzeit|wieder (erreichbar|zurück|im büro|für sie da)|absente?\b|en (congés?|vacances)|de retour le|fuera de (la )?oficina|de vacaciones|estaré ausente|de baja|ausente|fuori (sede|ufficio)|in ferie|sarò assente|di ritorno|fora do escritório|de férias|estarei ausente|afwezig|op vakantie|niet op kantoor|met verlof/i;
const RECEIPT =
  /(ticket|case|request|anfrage|demande|solicitud|richiesta|pedido) ?(#|no|nr|number|id|nummer|\d)|(we have|we've) received your|thank you for (contacting|reaching out|your (message|e-?mail|inquiry|enquiry))|vielen dank für ihre (nachricht|anfrage|e-mail)|nous avons bien reçu|hemos recibido|abbiamo ricevuto|recebemos (a )?(sua|tua)|(wij|we) hebben uw (bericht|e-mail)/i;
const MONTH = String.raw`(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|déc|fév|févr|avr|juin|juil|août|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|mei|maa|out)\p{L}*\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|º|°|\.)?`;
const DATE = String.raw`(?:\p{L}+,? (?:the |den |dem )?)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2}))?|${DAY} (?:of |de )?${MONTH}(?:,? (?:de )?\d{4})?|${MONTH} ${DAY}(?:,? \d{4})?)`;
const RETURNS = new RegExp(
  String.raw`(?:until|till|back(?: in the office)?(?: on)?|return(?:ing)?(?: to the office)?(?: on)?|bis(?: einschließlich)?(?: zum)?|wieder ab|ab(?: dem)?|jusqu'au|jusqu’au|de retour le|à partir du|hasta(?: el)?|regreso el|vuelvo el|fino al?|dal|ritorno il|até(?: o)?(?: dia)?|regresso(?: a)?|volto(?: em)?|tot(?: en met)?|terug(?: op)?|vanaf) ((?:the |den |dem )?${DATE})`,
  'iu',
);

/** An answer a machine gave, RFC 3834 or a vendor's own way; null for anything else. */
export function detectAutoReply(
  mail: ParsedMail,
): { class: 'auto_reply' | 'out_of_office'; returnsOn?: string } | null {
  const subject = mail.subject.trim();
  const hasSubject = AWAY_SUBJECT.test(subject);
  if (!hasSubject && !hasAutoHeader(mail)) return null;
  const text = mail.text.slice(0, 4000);
  const words = `${subject}\n${text}`;
  // Exchange calls every absence note "Automatic reply"; so does a help desk that confirms a ticket.
  const isAway = AWAY_WORDS.test(words) || (hasSubject && !RECEIPT.test(words));
  if (!isAway) return { class: 'auto_reply' };
  const returnsOn = RETURNS.exec(words)?.[1]?.replace(/^(the|den|dem) /i, '');
  return returnsOn ? { class: 'out_of_office', returnsOn } : { class: 'out_of_office' };
}

function hasAutoHeader({ headers }: ParsedMail): boolean {
  const value = (name: string) => headers[name]?.[0]?.trim().toLowerCase();
  if (value('auto-submitted') && !value('auto-submitted')!.startsWith('no')) return true;
  if (value('precedence') === 'auto_reply' || value('x-precedence') === 'auto_reply') return true;
  if (
    ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-mail-autoreply', 'x-autoreply-from', 'x-vacation'].some(
      (name) => (value(name) ?? 'no') !== 'no',
    )
  )
    return true;
  // Outlook's inbox rules; X-Auto-Response-Suppress alone only asks others not to answer, newsletters set it too.
  return (
    value('x-ms-exchange-generated-message-source') === 'mailbox rules agent' ||
    value('x-ms-exchange-inbox-rules-loop') !== undefined
  );
}
