import type { MailContent } from '#features/operations/system-mail';

interface SignUpMailWords {
  /** To whoever wants an account. */
  link: {
    subject(place: string): string;
    heading: string;
    text(place: string, email: string): string;
    button: string;
    note(hours: number): string;
  };
  /** To whoever has one already. */
  known: {
    subject(place: string): string;
    heading: string;
    text(place: string, email: string): string;
    /** What to do where that account opens nothing here. */
    otherwise(place: string): string;
    button: string;
    note: string;
  };
}

/** What the mails of a sign-up say. */
export const signUpMailWords: Readonly<Record<MailContent['locale'], SignUpMailWords>> = {
  en: {
    link: {
      subject: (place) => `Confirm your address (${place})`,
      heading: 'Confirm your address',
      text: (place, email) => `Somebody, hopefully you, wants an account at ${place} with the address ${email}.`,
      button: 'Confirm and go on',
      note: (hours) =>
        `The link is good for ${hours} hours, once. If this was not you, ignore this mail: there is no account until somebody confirms it.`,
    },
    known: {
      subject: (place) => `You have an account already (${place})`,
      heading: 'You have an account already',
      text: (place, email) =>
        `Somebody, hopefully you, wants an account at ${place} with the address ${email}. The address signs in already, so no other account was made.`,
      otherwise: (place) =>
        `Sign in with the password that you have, or choose another one there. If nothing opens for you, ask ${place} for an invitation.`,
      button: 'Sign in',
      note: 'If this was not you, there is nothing to do.',
    },
  },
  fr: {
    link: {
      subject: (place) => `Confirmez votre adresse (${place})`,
      heading: 'Confirmez votre adresse',
      text: (place, email) =>
        `Quelqu’un, vous sans doute, souhaite ouvrir un compte chez ${place} avec l’adresse ${email}.`,
      button: 'Confirmer et continuer',
      note: (hours) =>
        `Ce lien est valable ${hours} heures, une seule fois. Si ce n’était pas vous, ignorez ce message : aucun compte n’existe tant que personne ne le confirme.`,
    },
    known: {
      subject: (place) => `Vous avez déjà un compte (${place})`,
      heading: 'Vous avez déjà un compte',
      text: (place, email) =>
        `Quelqu’un, vous sans doute, souhaite ouvrir un compte chez ${place} avec l’adresse ${email}. Cette adresse sert déjà à se connecter : aucun autre compte n’a été créé.`,
      otherwise: (place) =>
        `Connectez-vous avec votre mot de passe, ou choisissez-en un nouveau sur cette page. Si rien ne s’ouvre, demandez une invitation à ${place}.`,
      button: 'Se connecter',
      note: 'Si ce n’était pas vous, il n’y a rien à faire.',
    },
  },
  es: {
    link: {
      subject: (place) => `Confirme su dirección (${place})`,
      heading: 'Confirme su dirección',
      text: (place, email) => `Alguien, seguramente usted, quiere una cuenta en ${place} con la dirección ${email}.`,
      button: 'Confirmar y continuar',
      note: (hours) =>
        `El enlace es válido durante ${hours} horas y una sola vez. Si no era usted, ignore este mensaje: no hay ninguna cuenta hasta que alguien la confirme.`,
    },
    known: {
      subject: (place) => `Ya tiene una cuenta (${place})`,
      heading: 'Ya tiene una cuenta',
      text: (place, email) =>
        `Alguien, seguramente usted, quiere una cuenta en ${place} con la dirección ${email}. La dirección ya se usa para entrar, así que no se ha creado otra.`,
      otherwise: (place) =>
        `Entre con la contraseña que tiene o elija otra allí. Si no se abre nada para usted, pida una invitación a ${place}.`,
      button: 'Iniciar sesión',
      note: 'Si no era usted, no tiene que hacer nada.',
    },
  },
  de: {
    link: {
      subject: (place) => `Bestätigen Sie Ihre Adresse (${place})`,
      heading: 'Bestätigen Sie Ihre Adresse',
      text: (place, email) =>
        `Jemand, hoffentlich Sie, möchte bei ${place} ein Konto mit der Adresse ${email} anlegen.`,
      button: 'Bestätigen und fortfahren',
      note: (hours) =>
        `Der Link ist ${hours} Stunden gültig, und nur einmal. Wenn Sie das nicht waren, ignorieren Sie diese E-Mail: Ein Konto entsteht erst, wenn jemand es bestätigt.`,
    },
    known: {
      subject: (place) => `Sie haben schon ein Konto (${place})`,
      heading: 'Sie haben schon ein Konto',
      text: (place, email) =>
        `Jemand, hoffentlich Sie, möchte bei ${place} ein Konto mit der Adresse ${email} anlegen. Mit der Adresse meldet sich schon jemand an, deshalb ist kein weiteres entstanden.`,
      otherwise: (place) =>
        `Melden Sie sich mit Ihrem Passwort an oder wählen Sie dort ein neues. Wenn sich für Sie nichts öffnet, bitten Sie ${place} um eine Einladung.`,
      button: 'Anmelden',
      note: 'Wenn Sie das nicht waren, ist nichts zu tun.',
    },
  },
};
