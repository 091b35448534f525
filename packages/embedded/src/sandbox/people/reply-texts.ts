import { type Tone } from './behaviour.ts';

export type Language = 'en' | 'fr' | 'es' | 'de';

/** Short natural answers; several per tone, so that a screen full of them does not read like a form. */
export const REPLY_TEXTS: Record<Language, Record<Tone, string[]>> = {
  en: {
    interested: [
      'This is good timing, we were discussing exactly this last week. Could you send me a few more details and a rough price?',
      'Yes, I would like to know more. What would a first step look like for a team of our size?',
    ],
    question: [
      'Thanks for getting in touch. How does this work with the tools we already use?',
      'Quick question before I take this further: who else in our industry works with you?',
    ],
    meeting: [
      'Happy to talk. Would Thursday at 10 work for you? You can send the invitation straight away.',
      'Let us have a short call. I am free on Tuesday afternoon or Wednesday before noon.',
    ],
    not_now: [
      'Interesting, but the budget for this year is spent. Please come back to me after the summer.',
      'We have just started with somebody else. Ask me again in six months.',
    ],
    not_interested: ['Thanks, but this is not something we need.', 'No interest on our side, sorry. All the best.'],
    referral: [
      'I am not the right person for this. Please write to my colleague Erik, he looks after it.',
      'This belongs to our operations team. Best to ask Nadia there; tell her I sent you.',
    ],
    angry: ['Where did you get my address? Take me off your list and do not write to me again.'],
  },
  fr: {
    interested: [
      'Bonjour, cela tombe bien, nous en parlions la semaine dernière. Pouvez-vous m’envoyer plus de détails et un ordre de prix ?',
    ],
    question: ['Merci pour votre message. Comment cela fonctionne-t-il avec les outils que nous utilisons déjà ?'],
    meeting: ['Volontiers. Jeudi à 10 h vous conviendrait-il ? Vous pouvez envoyer l’invitation directement.'],
    not_now: ['C’est intéressant, mais notre budget est déjà engagé cette année. Recontactez-moi à la rentrée.'],
    not_interested: ['Merci, mais nous n’en avons pas besoin. Bonne continuation.'],
    referral: ['Je ne suis pas la bonne personne. Écrivez plutôt à ma collègue Claire, c’est elle qui s’en occupe.'],
    angry: ['D’où tenez-vous mon adresse ? Retirez-moi de votre liste et ne m’écrivez plus.'],
  },
  es: {
    interested: [
      'Hola, llega en buen momento: lo comentábamos la semana pasada. ¿Puede enviarme más detalles y un precio orientativo?',
    ],
    question: ['Gracias por escribir. ¿Cómo funciona con las herramientas que ya usamos?'],
    meeting: ['Con gusto. ¿Le viene bien el jueves a las 10? Puede mandar la invitación directamente.'],
    not_now: ['Es interesante, pero este año el presupuesto ya está cerrado. Escríbame después del verano.'],
    not_interested: ['Gracias, pero no lo necesitamos. Un saludo.'],
    referral: ['No soy la persona adecuada. Escriba mejor a mi compañera Marta, ella lleva este tema.'],
    angry: ['¿De dónde ha sacado mi dirección? Bórreme de su lista y no me escriba más.'],
  },
  de: {
    interested: [
      'Guten Tag, das passt gut, wir haben letzte Woche darüber gesprochen. Können Sie mir mehr Einzelheiten und einen ungefähren Preis schicken?',
    ],
    question: ['Danke für Ihre Nachricht. Wie arbeitet das mit den Programmen zusammen, die wir schon nutzen?'],
    meeting: ['Gerne. Passt Ihnen Donnerstag um 10 Uhr? Sie können die Einladung gleich schicken.'],
    not_now: [
      'Klingt interessant, aber das Budget für dieses Jahr ist vergeben. Melden Sie sich bitte nach dem Sommer wieder.',
    ],
    not_interested: ['Danke, aber dafür haben wir keinen Bedarf.'],
    referral: [
      'Dafür bin ich nicht die richtige Person. Schreiben Sie bitte meinem Kollegen Jonas, er kümmert sich darum.',
    ],
    angry: ['Woher haben Sie meine Adresse? Nehmen Sie mich von Ihrer Liste und schreiben Sie mir nicht mehr.'],
  },
};

/** The line above the quoted original. */
export const QUOTE_LINES: Record<Language, (date: string, name: string) => string> = {
  en: (date, name) => `On ${date}, ${name} wrote:`,
  fr: (date, name) => `Le ${date}, ${name} a écrit :`,
  es: (date, name) => `El ${date}, ${name} escribió:`,
  de: (date, name) => `Am ${date} schrieb ${name}:`,
};

export const AWAY_TEXTS: Record<Language, { subject: string; text: (until: string) => string }> = {
  en: {
    subject: 'Out of office:',
    text: (until) =>
      `Thank you for your message. I am out of the office until ${until} and will answer when I am back.`,
  },
  fr: {
    subject: 'Absence du bureau :',
    text: (until) =>
      `Merci pour votre message. Je suis absent du bureau jusqu’au ${until} et vous répondrai à mon retour.`,
  },
  es: {
    subject: 'Fuera de la oficina:',
    text: (until) =>
      `Gracias por su mensaje. Estoy fuera de la oficina hasta el ${until} y le responderé a mi regreso.`,
  },
  de: {
    subject: 'Abwesenheit:',
    text: (until) =>
      `Vielen Dank für Ihre Nachricht. Ich bin bis zum ${until} nicht im Büro und antworte nach meiner Rückkehr.`,
  },
};

/** The language a person answers in: that of the mail, guessed from its greeting and small words, else of the address. */
export function guessLanguage(text: string, address: string): Language {
  const count = (words: RegExp) => text.match(words)?.length ?? 0;
  const scores: [Language, number][] = [
    ['fr', count(/\b(bonjour|vous|votre|nous|avec|merci|une?|pour)\b/gi)],
    ['es', count(/\b(hola|usted|para|con|gracias|una?|los|las)\b/gi)],
    ['de', count(/\b(guten|sie|ihre?n?|und|mit|danke|eine?n?|für)\b/gi)],
    ['en', count(/\b(hi|hello|you|your|and|with|thanks|the|for)\b/gi)],
  ];
  const best = scores.toSorted((a, b) => b[1] - a[1])[0];
  if (best && best[1] > 2) return best[0];
  const country = address.split('.').at(-1);
  return country === 'fr' || country === 'es' || country === 'de' ? country : 'en';
}
