import { gradeWish } from '../classify/index.ts';
import { visibleReply } from '../quote/index.ts';

/** What a reply wants, as far as its words tell. */
export type ReplyIntent =
  | 'interested'
  | 'not_interested'
  | 'not_now'
  | 'question'
  | 'referral'
  | 'meeting'
  | 'unsubscribe'
  | 'wrong_person'
  | 'unknown';

// In the order in which they win: a refusal that mentions a meeting is a refusal. English, French, Spanish, German.
const LEXICON: readonly (readonly [ReplyIntent, RegExp])[] = [
  [
    'wrong_person',
    /wrong (person|contact|department|address)|not the right (person|contact)|no longer (work|with|at)|(i|he|she|they) (have |has )?left the company|(pas|n'est plus|ne suis pas) la bonne personne|mauvais(e)? (personne|interlocuteur|destinataire)|ne travaille plus|no soy la persona (correcta|adecuada|indicada)|persona equivocada|ya no trabaj|falsche(r|n)? (ansprechpartner|person|adresse)|nicht (der|die) richtige|nicht (mehr )?zuständig|arbeite[t]? nicht mehr/iu,
  ],
  [
    'referral',
    /(please |kindly |you (should|can|could) )?(contact|reach out to|speak (to|with)|talk to|get in touch with|write to) (my|our|his|her|the) (colleague|boss|manager|team|head|director|cto|ceo|cfo)|(i'm |i am )?(forwarding|forwarded|passing) (this|your|it)|(i've|i have) (cc'?d|copied)|adressez-vous à|contactez (mon|ma|notre)|je transfère|(contacte|hable|escriba) (a|con) (mi|nuestr)|reenv[ií](o|é|ado)|wenden sie sich (bitte )?an|meine?n? kolleg|weitergeleitet|leite .{0,40}weiter/iu,
  ],
  [
    'not_now',
    /not (right )?now|(maybe|perhaps|try|check back|reach out|circle back|contact me|write) .{0,30}(later|next (month|quarter|year)|in (a few|some|\d+|two|three|six) (weeks|months))|bad timing|not a (good|great) time|no budget (this|at the moment|right now)|pas (maintenant|pour l'instant|pour le moment|en ce moment)|plus tard|recontactez|ahora (mismo )?no|más adelante|por ahora no|no es (un )?buen momento|(zurzeit|derzeit|momentan|aktuell|gerade|im moment) (leider )?(nicht|kein)|nicht (jetzt|der richtige zeitpunkt)|später (noch einmal|wieder)|nächstes (jahr|quartal)/iu,
  ],
  [
    'not_interested',
    /not (really )?interested|no(t)? (thank you|thanks)|no,? thanks|(we|i)('ll| will)? pass\b|no (need|interest)|not (a fit|for us)|(we're|we are|i'm|i am) (all set|good|happy with)|already (have|use|work with)|pas (du tout )?intéress|non,? merci|sans intérêt|no (estoy|estamos|nos) interesa|no me interesa|no,? gracias|kein (interesse|bedarf)|nicht interessiert|nein,? danke/iu,
  ],
  [
    'meeting',
    /(book|schedule|set up|arrange|have|jump on|hop on) (a |an )?(quick |short )?(call|meeting|demo|chat|time)|(are you|i'm|i am|we're) (free|available) (on|at|next|tomorrow|this)|send (me )?(a |an )?(invite|invitation|calendar)|(does|would|how about|what about) .{0,20}(monday|tuesday|wednesday|thursday|friday|tomorrow|\d{1,2} ?(am|pm))|let'?s (talk|meet|speak)|prendre (un )?rendez-vous|(fixer|caler|planifier) (un|une) (rendez-vous|appel|réunion)|disponible (lundi|mardi|mercredi|jeudi|vendredi|demain|le)|(agendar|concertar|programar) (una )?(llamada|reunión|cita)|(termin|gespräch|telefonat|meeting|call) (vereinbaren|ausmachen|machen|einrichten)|passt (es )?(ihnen|dir) (am|um|nächste)|(am )?(montag|dienstag|mittwoch|donnerstag|freitag) (um|ab|passt)/iu,
  ],
  [
    'interested',
    /(i'm|i am|we're|we are|very|definitely|quite|yes,?) interested|sounds (good|great|interesting)|tell me more|(send|share) (me |us )?(more|some|the|further) (info|information|details|pricing)|would (love|like) to (know|learn|hear|see|try)|(would be|i'm|am) (keen|happy|glad) to|yes,? please|(ça|cela|votre offre) m'intéresse|(je suis|nous sommes) intéress|en savoir plus|avec plaisir|(me|nos) interesa|(estoy|estamos) interesad|suena bien|más información|(bin|sind|wären|wäre|klingt|sehr) (sehr |daran |grundsätzlich )?interess(iert|ant)|klingt (gut|spannend|super)|mehr (erfahren|informationen|infos)|(gern|gerne)[ ,.!]|ja,? bitte/iu,
  ],
  ['question', /\?/u],
];

/** What a reply asks for, by its own words without the quote; `unknown` when none of them says. */
export function replyIntent(text: string): ReplyIntent {
  const visible = visibleReply(text);
  const reply = visible.certain ? visible.reply : '';
  // The one judge of wishes to leave; an offer to leave is none.
  if (gradeWish(reply) === 'certain') return 'unsubscribe';
  // Who wants something says so before this many characters.
  const words = reply.slice(0, 5000).replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
  return LEXICON.find(([, pattern]) => pattern.test(words))?.[0] ?? 'unknown';
}
