import type { MailContent } from '#features/operations/system-mail';

interface EmailTakenWords {
  subject(place: string): string;
  heading: string;
  text(place: string, email: string): string;
  button: string;
  note: string;
}

/** What the mail says to whoever has the address that somebody wants to change to. */
export const emailTakenWords: Readonly<Record<MailContent['locale'], EmailTakenWords>> = {
  en: {
    subject: (place) => `Your address signs in already (${place})`,
    heading: 'Your address signs in already',
    text: (place, email) =>
      `Somebody wants to sign in to ${place} as ${email} from now on. The address belongs to another account, so nothing changes.`,
    button: 'Sign in',
    note: 'If this was you, sign in with this address, or choose another one. If not, there is nothing to do.',
  },
  fr: {
    subject: (place) => `Votre adresse sert déjà à se connecter (${place})`,
    heading: 'Votre adresse sert déjà à se connecter',
    text: (place, email) =>
      `Quelqu’un souhaite désormais se connecter à ${place} avec ${email}. Cette adresse appartient à un autre compte : rien ne change donc.`,
    button: 'Se connecter',
    note: 'Si c’était vous, connectez-vous avec cette adresse ou choisissez-en une autre. Sinon, il n’y a rien à faire.',
  },
  es: {
    subject: (place) => `Su dirección ya se usa para entrar (${place})`,
    heading: 'Su dirección ya se usa para entrar',
    text: (place, email) =>
      `Alguien quiere entrar a partir de ahora en ${place} como ${email}. La dirección pertenece a otra cuenta, así que no cambia nada.`,
    button: 'Iniciar sesión',
    note: 'Si fue usted, entre con esta dirección o elija otra. Si no, no tiene que hacer nada.',
  },
  de: {
    subject: (place) => `Mit Ihrer Adresse meldet sich schon jemand an (${place})`,
    heading: 'Mit Ihrer Adresse meldet sich schon jemand an',
    text: (place, email) =>
      `Jemand möchte sich bei ${place} künftig als ${email} anmelden. Die Adresse gehört zu einem anderen Konto, deshalb ändert sich nichts.`,
    button: 'Anmelden',
    note: 'Wenn Sie das waren, melden Sie sich mit dieser Adresse an oder wählen Sie eine andere. Wenn nicht, ist nichts zu tun.',
  },
};
