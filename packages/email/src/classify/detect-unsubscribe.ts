import type { ParsedMail } from '../parse/index.ts';
import { visibleReply } from '../quote/index.ts';

const WISH =
  /\bunsubscribe\b|\b(remove|delete|take) me\b|\bopt[ -]?out\b|\bstop (e-?mailing|contacting|writing( to)?|sending|messaging)\b|\b(do not|don't|don’t) (e-?mail|contact|write( to)?) me\b|^stop[.!]*$|\b(remove|delete) (my|this) (e-?mail|address)|\babmelden\b|\babbestellen\b|\baustragen\b|keine (weiteren )?(e-?mails|mails|nachrichten|werbung)( mehr)?|(e-?mail|adresse|daten|mich).{0,40}(löschen|entfernen)|löschen sie (mich|meine)|désabonne[rz]?|désinscri(re|vez|ption)|(ne )?(me|m')? ?(contactez|écrivez) plus|(retirez|supprimez|enlevez)[ -](moi|mon|mes)|plus (recevoir|de mails|d'e-?mails)|dar(me)? de baja|d[ée]me de baja|darse de baja|cancelar (la )?suscripción|no me (escriban|contacten|envíen)|bórr[ae]me|elimin[ea] mi|no (quiero|deseo) recibir|disiscri(vimi|vetemi|zione|vermi)|cancell(a|ate)(mi|temi)|(non) (scrivetemi|contattatemi|inviatemi)|rimuov(i|ete)(mi|temi)|non (voglio|desidero) (più )?ricevere|cancelar (a )?(minha )?(inscrição|subscrição|assinatura)|descadastr|remov(a|am)[ -]me|não (quero|desejo) (mais )?receber|não me (contacte|envie)|\bafmelden\b|\buitschrijven\b|(schrijf|meld) (mij|me) (uit|af)|verwijder (mij|me|mijn)|geen (e-?mails?|mails?|berichten) meer/imu;
const MAX_WORDS = 40;

/** Whether a person asks, in a subject or a few words of their own, to get no more mail; quoted text does not count. */
export function detectUnsubscribe(mail: ParsedMail): boolean {
  const subject = mail.subject.trim();
  // In an answer the subject is ours, not theirs.
  const ownSubject = /^[a-zé]{2,4}\s?:/i.test(subject) ? '' : subject;
  if (ownSubject.length < 60 && WISH.test(ownSubject)) return true;
  const { reply } = visibleReply(mail.text);
  return reply.split(/\s+/).length <= MAX_WORDS && WISH.test(reply) && !/\?\s*$/.test(reply);
}
