import type { MailContent } from '#features/operations/system-mail';

interface MentionWords {
  subject(author: string | null, about: string): string;
  teamSubject(author: string | null, about: string, team: string): string;
  button: string;
  note(place: string): string;
}

/** What the mail says to somebody who is named in a note. */
export const mentionWords: Readonly<Record<MailContent['locale'], MentionWords>> = {
  en: {
    subject: (author, about) => (author ? `${author} named you in a note on ${about}` : `A note on ${about} names you`),
    teamSubject: (author, about, team) =>
      author ? `${author} named ${team} in a note on ${about}` : `A note on ${about} names ${team}`,
    button: 'Read the note',
    note: (place) => `You get this mail because you work in ${place}.`,
  },
  fr: {
    subject: (author, about) =>
      author ? `${author} vous mentionne dans une note sur ${about}` : `Une note sur ${about} vous mentionne`,
    teamSubject: (author, about, team) =>
      author ? `${author} mentionne ${team} dans une note sur ${about}` : `Une note sur ${about} mentionne ${team}`,
    button: 'Lire la note',
    note: (place) => `Vous recevez ce message parce que vous travaillez dans ${place}.`,
  },
  es: {
    subject: (author, about) =>
      author ? `${author} le menciona en una nota sobre ${about}` : `Una nota sobre ${about} le menciona`,
    teamSubject: (author, about, team) =>
      author ? `${author} menciona a ${team} en una nota sobre ${about}` : `Una nota sobre ${about} menciona a ${team}`,
    button: 'Leer la nota',
    note: (place) => `Recibe este correo porque trabaja en ${place}.`,
  },
  de: {
    subject: (author, about) =>
      author ? `${author} erwähnt Sie in einer Notiz zu ${about}` : `Eine Notiz zu ${about} erwähnt Sie`,
    teamSubject: (author, about, team) =>
      author ? `${author} erwähnt ${team} in einer Notiz zu ${about}` : `Eine Notiz zu ${about} erwähnt ${team}`,
    button: 'Notiz lesen',
    note: (place) => `Sie erhalten diese E-Mail, weil Sie in ${place} arbeiten.`,
  },
};
