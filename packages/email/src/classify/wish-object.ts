import { anyOf } from './any-of.ts';

// Whatever else stands in the clause of a wish makes it a wish about something else.
const KNOWN = new Set(
  `a account add address addresses advert adverts advertising again all an and annoying any anybody anymore anyone anything asap
  at away ask asking automated be been being bother bothering bulk both business by can could campaign campaigns care cadence cease ceased
  communication communications company contact contacted contacting contacts consent correspondence crap crm daily damn data database
  day days delete deleted desire desist details did direct distribution do do-not-contact do-not-email don't done drop each effective email e-mail emailed emailing emails
  e-mails e-mailed e-mailing entirely entirety erase erased ever every everything files for forthwith from fucking further future
  garbage get getting harassing have having hear hereby here how i i'd immediately in information instantly is it junk just kindly
  kind like list lists longer mail mailed mailer mailing mailings mails marketing material materials me message messages messaging
  month months more must my name need never newsletter newsletters no nonsense not now object of off offer offers once one-time on opt our
  opted-out opt-out optout out outreach personal pestering pitch pitches please pls permanently personal phone-free processing promo promos
  promotion promotional promotions promptly prospect prospecting prospects purposes put quit rather receive received receiving record records refrain
  removal remove removed right right-away sales scrub see send sending sent sequence series shit sir soliciting solicitation
  solicitations soon spam spammed spamming spammy stop storage straight strike stuff subscribed subscription such system take taken thank
  thanks that the them then thing things this these those ty to today totally type unsolicited unsub unsubscribe unsubscribed would
  unwanted updates ur us use via want wants withdraw we we'd week weekly weeks wish with within without write writing written you your yours
  unsubscription cold possible whatsoever individual list's mailing-list team's care's hours day's`.split(/\s+/),
);
/** Where the clause of an English wish ends: what comes behind has a judge of its own. */
const CLAUSE_END =
  /[,;:()!?.–—]|\s-\s|\s(because|since|as (i|we|it|this|you|per|they)|about|regarding|concerning|according|or|so|and (please )?(confirm|do not|don't|never|stop|let|thank|also|delete|remove|erase|then)|per (gdpr|your|our|the|law|article)|under|pursuant|due to|i|we|it|they)\s/iu;
/** Things that people leave, and ways to reach them, that are not our mails. */
const OTHER_THING = anyOf(
  "\\b(supplier|provider|vendor|competitor|contract|plan|trial|demo|subscription (to|with) (?!your)|meeting|invit\\w+|appointment|event|attendees?|participants?|waiting list|waitlist|cc|bcc|thread|chat|call|calls|phone|whats ?app|linked ?in|sms|texts?|slack|teams|telegram|speaker|spreadsheet|blacklists?|customers?|clients?|subscribers?)('s)?\\b|\\b(old|new|previous|former|other|wrong|alte[nrs]?|neue[nrs]?|oude|nieuwe) (e-?mail|address|account|list|plan)",
  '\\b(wartelist|termin|besprechung|einladung|kalender|anbieter|vertrag|lieferant|kopie|teilnehmer|tarif|vergadering|uitnodiging|wachtlijst|leverancier|afspraak|leverantör|konkurrent|avtal|möte|inbjud|väntelist|møde|møte|leverandør|aftale|avtale|kokou|sopimu|toimittaj|kutsu)\\p{L}*',
  "(?<!\\p{L})(téléphone|teléfono|telefono|telefone|telefon|factur|fattur|fatur|rechnung|faktur|muster|échantillon|muestra|campion|amostra|próbk|katalog|catálogo|catalogo|papier|unterlagen|anhang|anhänge|pièces? jointe|documents?|documento|dokument|paket|colis|päckchen|sms|copie|réunion|invitation|invités|rendez-vous|fournisseur|prestataire|contrat|forfait|liste d'attente|proveedor|contrato|reunión|invitación|copia|lista de espera|cita|turno|fornecedor|concorrente|reunião|convite|cópia|fornitore|contratto|riunione|invito|lista d'attesa|concorrenza|dostawc|umow|faktur|spotkani|zaproszeni|papierow|dw(?!\\p{L})|konkurenc|встреч|договор|поставщик|приглашен|копии|зустріч|постачальник|toplantı|sözleşme|tedarikçi|davet|találkoz|szerződés|megbeszélés|szállító|schůz|smlouv|dodavatel|pozván|întâlnir|furnizor|invitați|συνάντησ|σύμβασ|προμηθευτ)",
);
// Here what it is about stands before the verb.
const OTHER_BEFORE =
  /見積|請求書|納品|カタログ|サンプル|見本|郵送|发票|样品|청구서|견적|샘플|会議|打ち合わせ|招待|契約|参加者|注文|电话|電話|会议|合同|供应商|邀请|抄送|會議|회의|계약|참석|초대|통화|전화|공급업체|주문/u;
/** What somebody wants instead, behind the wish: another address, person or way. */
const INSTEAD = anyOf(
  '\\b(instead|rather than|works? better|is (better|best|fine|ok)|prefer(red)?)\\b|\\b(and|but|then|so|just|,|;|:|-|–)\\s+(please |kindly |just )?(add|put|move|call|ring|phone|invite|include|upgrade|switch|use|try|join|keep|post|send (?!me no)|(e-?mail|mail|write( to)?|contact|talk to|speak to) (?!me (again|any)|us (again|any)|confirm))\\b|,\\s*(e-?mail|mail) me (here|at)\\b|[,;–-]\\s*(only|just) (the|a|your|by|via|on|for)\\b',
  '[,;–-]\\s*(nur|alleen|seulement|uniquement|s[oó]lo|soltanto|apenas|bara|tylko|только|beni ara)(?!\\p{L})',
  '\\b(sondern|stattdessen|lieber)\\b|\\b(mais (à|a|par|sur|plutôt|au|via|utilis)|plutôt|appelez|utilisez)|\\b(sino|usen?|mejor por|prefiero|llám\\w+)\\b|\\b(mas sim|em vez|prefiro|prefira|use o|ligu?em?)\\b|\\b(preferisco|piuttosto|ma (a|al|per)|usi|usate|invece)\\b|\\b(maar (naar|op|via)|liever)\\b|\\b(istället|utan till|hellre)\\b|\\b(lecz|raczej|proszę (mailem|na))\\b|(?<!\\p{L})(а на|лучше|вместо)(?!\\p{L})|代わり|而是|대신|改为',
  '\\b(and|und|et|y|e|en|och|i|og|ja)\\s(join|wechsel\\p{L}*|zu ihnen|bei ihnen|laden sie|nehmen sie|nutzen sie|verwenden sie|setzen sie|fügen sie|dodać|dodaj|apunt\\p{L}*|venir|venez|signer|contratar|assinar|passare|venire|fare|przejść|bij u|bij jullie|börja|hos er)\\b',
);
/** Only for a while, in languages whose conditions do not say so. */
const FOR_A_WHILE = anyOf(
  '\\b(vor (dem|der|den|ende|anfang|mitte|\\d|montag|dienstag|mittwoch|donnerstag|freitag|weihnachten|ostern)|bis (zum|zur|montag|\\d)|diese (woche|tage)|dieser woche|diesen (monat|tagen)|im urlaub|am wochenende|avant|jusqu|cette semaine|ce mois|le week-?end|antes de|hasta|esta semana|este mes|prima (di|del|della)|fino a|questa settimana|antes (de|do|da)|esta semana|tot (en met|maandag|\\d)|v[oó]{2}r (maandag|de|het|\\d)|deze (week|maand)|in het weekend|före|innan|förrän|den här veckan|på helgen)(?!\\p{L})',
  '(?<!\\p{L})(przed|w tym tygodniu|do (poniedziałku|końca)|до|на этой неделе)(?!\\p{L})|以前に|までは|今週|本周|之前|이번 주|까지',
);
const MAX_CLAUSE = 200;

/**
 * Whether a wish found in a sentence is about something else than our mails: another thing is named behind it,
 * another way is asked for instead, or, in English, it has words that a wish to leave a list has no use for.
 */
export function hasOtherObject(sentence: string, wish: RegExpExecArray, isEnglish: boolean): boolean {
  const rest = sentence.slice(wish.index, wish.index + MAX_CLAUSE);
  if (INSTEAD.test(rest) || OTHER_BEFORE.test(sentence) || FOR_A_WHILE.test(rest)) return true;
  const stated = wish[0].replace(/[\s,;:)–-]+$/, '').length;
  const end = rest.slice(stated).search(CLAUSE_END);
  const clause = end === -1 ? rest : rest.slice(0, stated + end);
  if (OTHER_THING.test(clause)) return true;
  return isEnglish && clause.split(/[\s,;:]+/).some((word, index, words) => !isKnown(word, words[index - 1]));
}

// After "your" stands what we are called, or how they call what we send.
function isKnown(word: string, before: string | undefined): boolean {
  const bare = word.toLowerCase().replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
  return bare === '' || KNOWN.has(bare) || word.includes('@') || /^your$/i.test(before ?? '');
}
