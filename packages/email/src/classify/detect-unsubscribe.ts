import type { ParsedMail } from '../parse/index.ts';
import { visibleReply } from '../quote/index.ts';
import { anyOf } from './any-of.ts';

/** A command: the whole subject, or a line of its own. */
const COMMAND = anyOf(
  `^\\W*(please |pls |kindly |bitte |por favor,? |per favore,? |s'il vous plaît,? |graag |proszę )?(unsubscribe|un-subscribe|unsubscribe request|request to unsubscribe|stop|remove|opt.?out|leave( list)?|cancel subscription|abmelden|abmeldung|abbestellen|austragen|löschen|désabonner|désabonnement|se désabonner|me désabonner|désinscrire|désinscription|me désinscrire|stop pub|baja|darme de baja|dar de baja|cancelar suscripción|anular suscripción|desuscribir(me)?|cancellami|disiscrivi(mi)?|disiscrizione|cancellazione|descadastrar|descadastre|cancelar (inscrição|assinatura|subscrição)|remover|sair|afmelden|uitschrijven|avregistrera|avprenumerera|avsluta prenumeration|wypisz|wypisanie|rezygnacja|wyrejestruj|afmeld|meld (meg )?av|peruuta|odhlásit|отписаться|отписка|отпишите меня|配信停止|配信解除|退订|取消订阅)( (me|us|mich|uns|mnie|mig|now|please|bitte|this|[\\w.+-]+@[\\w.-]+|:.{0,60}|from .{0,60}|vom newsletter|svp|merci|thanks?|thank you|immediately))*\\W*$`,
);
/** A wish in a sentence. */
const WISH = anyOf(
  '\\b(please|pls|kindly|can you|could you|would you|must|want to|like to|wish to|need to|just|how (do|can|to) i?|i ?hereby|i)\\b( \\w+){0,2} (unsubscribe|opt[ -]?out)\\b|\\bunsubscribe (me|us|my|this)\\b|\\b(remove|delete|take|strike|drop|scrub) (me|us)\\b( \\w+){0,2} (off|from|out)\\b|\\bremove me\\b|\\bopt (me|us) out\\b|\\b(remove|delete|erase) (my|this|our) (\\w+ )?(e-?mail|address|name|data|details|contact|info)',
  "\\b(stop|quit|cease) (all )?(e-?mailing|mailing|contacting|writing|sending|messaging|spamming|bothering|these (e-?mails|mails|messages)|this spam)|\\b(do not|don't|never) (e-?mail|contact|write( to)?|message|spam|send) (me|us)\\b(?! (before|until|on|in|during|this))|\\bno (more|further) (e-?mails?|mails?|messages|contact|spam)|(do not|don't|no longer) (want|wish) to (receive|get|hear)|lose my (e-?mail|address|number)",
  '\\b(mich|uns|adresse|möchte|will|wunsch|bitte|hiermit|newsletter)\\b.{0,40}(abmelden|abbestellen|austragen|abzumelden)|keine (weiteren )?(e-?mails|mails|nachrichten|werbung|newsletter|kontaktaufnahme)( mehr)?( |\\.|!|$)(?!habe|erhalten\\?)|(e-?mail|adresse|daten|mich|uns)\\b.{0,40}(löschen|entfernen|streichen)|(löschen|entfernen|streichen|nehmen|tragen|melden) sie (bitte )?(mich|uns|meine|unsere|diese)|aus (dem|ihrem|eurem|deinem) (e-?mail-?)?(verteiler|newsletter|adressbestand)|(schreiben|kontaktieren|mailen) sie (mir|mich|uns) (bitte )?(nicht|nie)|unterlassen sie',
  '(me|nous|se) désabonner|désabonne[rz](-| )(moi|nous)|désabonnez|(me|nous) (désinscrire|désinscrivez)|désinscri(vez|ption)|ne (me|nous) (contactez|écrivez|envoyez) plus|(retirez|supprimez|enlevez|rayez|effacez)[ -](moi|nous|mon|mes|notre|cette)|(ne (veux|souhaite|souhaitons) |souhaite ne )?plus (recevoir|de (mails|e-?mails|courriels|messages))|(me|nous) retirer de|arrêtez (de|vos)',
  'dar(me|nos)? de baja|d[ée][nm]?[em][en]? de baja|dad(me|nos) de baja|darse de baja|d[aá](me|nos) de baja|cancelar (la |mi )?suscripción|no (me|nos) (escriban?|contacten?|envíen?|manden?)|bórr[ae]n?(me|nos)|quít[ea]n?(me|nos)|elimin[ea]n?(me|nos| mi)|no (quiero|deseo|deseamos|queremos) (seguir )?(recib)|dejen? de (enviar|escribir|contactar)|no más (correos|mensajes|e-?mails)',
  'disiscri(vimi|vetemi|veteci|vermi)|cancell(a|ate|are)(mi|temi|teci|rmi)\\b|cancellare (il mio|la mia|i miei)|non (scrivetemi|contattatemi|inviatemi|mandatemi)|rimuov(i|ete|ere)(mi|temi|teci)|rimuovere (il mio|la mia)|toglie(te)?(mi|temi)|non (voglio|desidero|vogliamo|desideriamo) (più )?(ricevere|essere contatt)|smett(ete|etela) di',
  'cancelar (a )?(minha )?(inscrição|subscrição|assinatura)|descadastr(ar|e|em)|remov(a|am|er)[ -]?(me|o meu|meu|nosso)|me (remova|remov|tire|retire|descadastr)|retir(e|em)-me|não (quero|desejo|queremos|desejamos) (mais )?receber|não me (contacte|contate|envie|escreva)|par(e|em) de (enviar|mandar|escrever)',
  '(wil|willen|graag|gelieve|mij|me|ons|ik)\\b.{0,30}(afmelden|uitschrijven)|(schrijf|meld|haal) (mij|me|ons) .{0,30}(uit|af|van)\\b|verwijder (mij|me|mijn|ons)|geen (e-?mails?|mails?|berichten|nieuwsbrief) meer|(wil|willen) geen',
  '(vill|önskar|vänligen|snälla).{0,40}(avregistrera|avprenumerera|avanmäla)|avregistrera (mig|oss|min)|ta bort (mig|oss|min)|sluta (mejla|maila|skicka|kontakta)|inga fler (mejl|mail|utskick)|vill inte (ha|få) (fler|mer)',
  'wypis(z|ać|anie|zcie) (mnie|nas|mojego|się|z)|(proszę o|chcę się|chciał.{0,6}) (wypis|rezygn|usuni)|usu(ń|nąć|ńcie|nięcie) (mnie|mój|mojego|nas|moje)|nie (życzę|życzymy) sobie|nie chcę (już )?(otrzymywać|dostawać)|rezygnuj(ę|emy) z|proszę (więcej )?nie (pisać|wysyłać|kontaktować)',
  'afmeld (mig|os)|(meld|ta) (meg|oss) (av|bort)|fjern mig|fjern meg|отпи(шите|сать)|удалите (меня|мой)|не присылайте|больше не пишите|退订|取消订阅|配信(を)?停止',
);
const UNWISH =
  /\b(do not|don't|did not|didn't|never|not|won't|without) (want(ed)? (you )?to |wish to |mean to |have to )?(unsubscribe|remov(e|ing) me|opt(ing)? out)\b|möchte mich nicht (abmelden|austragen)/iu;
const TO_UNSUBSCRIBE =
  /^(un-?subscribe|unsub|optout|opt-out|abmelden|abmeldung|desabonner|list-?unsubscribe|leave|remove)([+._=-].*)?@/i;
const MAX_WORDS = 150;
const MAX_LENGTH = 4000;

/**
 * Whether a mail is a command to get no more mail: what mail programs send to a `List-Unsubscribe` address, or a subject
 * that says nothing else.
 */
export function isUnsubscribeCommand(mail: ParsedMail): boolean {
  const subject = mail.subject.slice(0, 300).trim();
  if (subject !== '' && subject.length < 100 && COMMAND.test(subject)) return true;
  return mail.to.some(({ address }) => TO_UNSUBSCRIBE.test(address)) && mail.text.length < MAX_LENGTH;
}

/** Whether a person asks, in a subject or a few words of their own, to get no more mail; quoted text does not count. */
export function detectUnsubscribe(mail: ParsedMail): boolean {
  const subject = mail.subject.slice(0, 300).replace(/[’‘]/g, "'").trim();
  // In an answer the subject is ours, not theirs.
  const isAnswer = /^[a-zé]{1,5}(\[\d{1,3}\])?\s?:/i.test(subject) || mail.inReplyTo !== null;
  if (!isAnswer && subject.length < 80 && WISH.test(subject) && !UNWISH.test(subject)) return true;
  const visible = visibleReply(mail.text.slice(0, 100_000));
  // Where the reply may be our own mail quoted, its footer is no wish.
  const own = visible.certain ? visible.reply : '';
  if (own === '' || own.length > MAX_LENGTH) return false;
  const lines = own.replace(/[’‘]/g, "'").split('\n');
  const words = lines.join(' ').replace(/\s+/g, ' ');
  if (words.split(' ').length > MAX_WORDS || UNWISH.test(words)) return false;
  return lines.slice(0, 5).some((line) => line.length < 100 && COMMAND.test(line.trim())) || WISH.test(words);
}
