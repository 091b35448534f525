import { anyOf } from './any-of.ts';

/** Subjects that programs give to automatic answers, whatever the reason; they stand alone or before ours. */
export const AUTO_SUBJECT = anyOf(
  '^\\W*(auto(matic|mated)?[ -]?(reply|response|responder|answer)|auto:|automatische (antwort|reactie)|automatisch (antwoord|bericht)|antwort automatisch|réponse automatique|respuesta automática|risposta automatica|resposta automática|autosvar|automatiskt? svar|automatická odpověď|automatyczna odpowiedź|odpowiedź automatyczna|automaattinen vastaus|автоответ|автоматический ответ|自動応答|自动(答复|回复)|自動回覆)',
);
// What may stand behind an absence in a subject; a person's sentence goes on in other ways.
const END = String.raw`(?=\s*($|[:：;,!.()[\]–—-])|\s+(re|aw|auto\w*|antwort|until|till|bis|from|vom|notification|message|notice|du|au|del?|dal?|van|tot|t/m|od|do)\b)`;
/** Subjects that say someone is away. */
export const AWAY_SUBJECT = anyOf(
  `^\\W*(i('| a)?m )?(currently )?(out of (the )?office|on (annual |parental |maternity |sick )?(vacation|holidays?|leave)|away from (the |my )?(office|desk|mail))${END}`,
  `^\\W*(abwesenheits\\w*|außer haus|nicht im (büro|haus)|ich bin (nicht im büro|abwesend|im urlaub)|urlaub|absence( du bureau)?|absente? du bureau|en congés?|fuera de (la )?oficina|ausencia( de la oficina)?|de vacaciones|fuori (sede|ufficio)|assenza( dall'ufficio)?|in ferie|fora do escritório|ausência( do escritório| temporária)?|de férias|afwezig(heid)?|niet op kantoor|frånvaro\\w*|ej på kontoret|semester|nieobecność|poza biurem|urlop|fravær\\w*|ikke på kontoret|poissa\\w*|mimo kancelář|нет на месте|отсутстви[ея]|不在|外出)${END}`,
  'is out of (the )?office( \\(|$)|away from my mail',
);
/** Words about being away. */
export const AWAY_WORDS = anyOf(
  "out of (the )?office|out of office|on (annual |parental |maternity |paternity |sick |medical |study |extended )?(vacation|holidays?|leave)\\b|away from (my desk|the office|my e-?mail|work)|currently (away|travell?ing|out\\b|abroad)|(limited|no|intermittent|sporadic) access to (my )?(e-?mail|messages|phone)|(i'm|i am|we are) (currently )?(away|off|abroad|travell?ing)|i('ll| will) (be )?(back|away|return|out\\b)|office (is|will be) closed|we are closed|out until|ooo\\b",
  'nicht im (büro|haus|dienst)|abwesen|außer haus|im urlaub|in (elternzeit|mutterschutz)|auf (dienst|geschäfts)reise|wieder (erreichbar|zurück|im büro|für sie da|am)|nicht (persönlich )?erreichbar|betriebsferien|krankgeschrieben',
  'absente?s?\\b|en (congés?|vacances|déplacement|arrêt maladie|congé (maternité|parental))|de retour (le|au|lundi|à partir)|hors du bureau|je serai de retour|fermés? (du|jusqu)',
  'fuera de (la |mi )?oficina|de vacaciones|(estaré|estoy|me encuentro) (ausente|fuera|de (vacaciones|baja|viaje|permiso))|de baja (médica|por|maternal)|ausente\\b|regresar[ée]|permiso de (maternidad|paternidad)',
  'fuori (sede|ufficio)|in (ferie|vacanza|trasferta|malattia)\\b|(sarò|sono) (assente|fuori)|assente\\b|di ritorno|rientr(o|erò)|uffici(o)? (chius|resterà chius)',
  'fora do escritório|de (férias|licença)|(estarei|estou) (ausente|fora)|ausente\\b|regress(o|arei)|retorn(o|arei)|sem acesso ao e-?mail',
  'afwezig|op vakantie|niet (op kantoor|aanwezig|bereikbaar)|met (verlof|vakantie)|(weer|terug) (op kantoor|aanwezig|bereikbaar)',
  'på semester|frånvarande|inte (på kontoret|på plats|i tjänst)|ej på (kontoret|plats)|(föräldra|sjuk|tjänst)ledig|åter (på|den|i tjänst)|tillbaka (på|den|igen)|utanför kontoret',
  'na urlopie|urlop|nieobecn|poza biurem|zwolnieni[eu] lekarsk|wracam|wrócę|będę (dostępn|nieobecn|z powrotem)|nie ma mnie w biurze',
  'på ferie|fraværende|ikke på kontoret|permisjon|barsel|tilbage (på|den|igen)|tilbake (på|den|igjen)|lomalla|poissa|toimistolla vasta|dovolen|mimo kancelář|nepřítom',
  'в отпуск|отсутств|вне офиса|на больничном|у відпустці|不在|休暇|外出|休假|不在办公室',
);
/** Words of confirmations: a help desk answers everyone, whether someone is there or not. */
export const RECEIPT_WORDS = anyOf(
  "(ticket|case|request|reference|anfrage|vorgang|demande|solicitud|richiesta|pedido|ärende|zgłoszenie|verzoek) ?(#|no|nr|number|id|nummer|numéro|número|numero|\\[|:|\\d)|(we have|we've|has been|been) (successfully )?received|received your|thank(s| you) for (contacting|reaching out|getting in touch|writing|e-?mailing|your (message|e-?mail|inquiry|enquiry|interest|request))|get back to you|respond to you|(this is|this) (an )?automat|not monitored|unmonitored|do not reply",
  'vielen dank für (ihre|deine) (nachricht|anfrage|e-?mail|mail|interesse)|(nachricht|anfrage|e-?mail) (ist )?(erhalten|eingegangen)|nous avons bien reçu|accusons réception|merci (pour|de) votre (message|e-?mail|courriel|demande)|hemos recibido|gracias por (contactar|su (mensaje|correo|consulta)|escribir)|abbiamo ricevuto|grazie per (averci|il tuo|la sua|il suo|la tua)',
  '(recebemos|receb[ei]) (a |o )?(sua|seu|tua|teu)|obrigad[oa] (por|pelo|pela) (entrar|sua|seu|contato|contacto)|hebben (uw|je) (bericht|e-?mail|mail|vraag)|(bedankt|dank u) voor (uw|je|het)|vi har (tagit emot|mottagit)|tack för (ditt|att)|dziękujemy za|otrzymaliśmy',
);
/** Words of who will not be back: no absence. */
export const LEFT_WORDS = anyOf(
  "no longer (work|with|employed|at|part|monitor|in use|active)|(has|have|'ve) left (the |our )?(company|organi[sz]ation|firm)|nicht mehr (bei|für|im unternehmen|beschäftigt|tätig)|hat das unternehmen verlassen|ne (travaille|fait) plus|n.est plus|a quitté (la société|l.entreprise)|ya no (trabaj|form)|non lavor[ao] più|não (trabalh|faz)[oa]? mais|werkt niet (meer|langer)|niet meer werkzaam|arbetar inte längre|slutat|nie pracuj[ęe] już|już nie pracuj",
);

const MONTH = String.raw`(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|déc|fév|févr|avr|juin|juil|août|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|mei|maa|out)\p{L}*\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|º|°|\.)?`;
const DATE = String.raw`(?:\p{L}+,? (?:the |den |dem )?)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}(?:[./-](?:\d{4}|\d{2}))?|${DAY} (?:of |de )?${MONTH}(?:,? (?:de )?\d{4})?|${MONTH} ${DAY}(?:,? \d{4})?)`;
/** When someone is back, as they wrote it: the first group. */
export const RETURNS = new RegExp(
  String.raw`(?:until|till|back(?: in the office)?(?: on)?|return(?:ing)?(?: to the office)?(?: on)?|bis(?: einschließlich)?(?: zum)?|wieder ab|ab(?: dem)?|jusqu'au|jusqu’au|de retour le|à partir du|hasta(?: el)?|regreso el|vuelvo el|fino al?|dal|ritorno il|até(?: o)?(?: dia)?|regresso(?: a)?|volto(?: em)?|tot(?: en met)?|terug(?: op)?|vanaf) ((?:the |den |dem )?${DATE})`,
  'iu',
);
