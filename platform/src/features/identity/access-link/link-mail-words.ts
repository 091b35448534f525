import type { Language } from '@tabard/contract';
import type { Purpose } from './access-link.rules.ts';

interface LinkMailWords {
  subject(place: string): string;
  heading: string;
  text(place: string, email: string): string;
  button: string;
  note(minutes: number): string;
}

/** What the mails with a link say. */
export const linkMailWords: Readonly<Record<Purpose, Readonly<Record<Language, LinkMailWords>>>> = {
  password: {
    en: {
      subject: (place) => `Choose a new password for ${place}`,
      heading: 'Choose a new password',
      text: (place, email) => `Somebody, hopefully you, asked for a new password for ${email} in ${place}.`,
      button: 'Choose a password',
      note: (minutes) =>
        `The link is good for ${minutes} minutes, once. If you did not ask for it, you can ignore this mail: your password stays as it is.`,
    },
    fr: {
      subject: (place) => `Choisissez un nouveau mot de passe pour ${place}`,
      heading: 'Choisissez un nouveau mot de passe',
      text: (place, email) =>
        `Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour ${email} dans ${place}.`,
      button: 'Choisir un mot de passe',
      note: (minutes) =>
        `Ce lien est valable ${minutes} minutes, une seule fois. Si vous n’avez rien demandé, ignorez ce message : votre mot de passe ne change pas.`,
    },
    es: {
      subject: (place) => `Elija una nueva contraseña para ${place}`,
      heading: 'Elija una nueva contraseña',
      text: (place, email) => `Alguien, seguramente usted, pidió una nueva contraseña para ${email} en ${place}.`,
      button: 'Elegir una contraseña',
      note: (minutes) =>
        `El enlace es válido durante ${minutes} minutos y una sola vez. Si no lo pidió, ignore este mensaje: su contraseña no cambia.`,
    },
    de: {
      subject: (place) => `Neues Passwort für ${place} wählen`,
      heading: 'Neues Passwort wählen',
      text: (place, email) => `Jemand, hoffentlich Sie, hat in ${place} ein neues Passwort für ${email} angefordert.`,
      button: 'Passwort wählen',
      note: (minutes) =>
        `Der Link ist ${minutes} Minuten gültig, und nur einmal. Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren: Ihr Passwort bleibt, wie es ist.`,
    },
  },
  'sign-in': {
    en: {
      subject: (place) => `Sign in to ${place}`,
      heading: 'Sign in',
      text: (place, email) => `Somebody, hopefully you, asked for a link to sign in to ${place} as ${email}.`,
      button: 'Sign in',
      note: (minutes) =>
        `The link is good for ${minutes} minutes, once. If you did not ask for it, you can ignore this mail. Nobody of ours will ever ask you for it.`,
    },
    fr: {
      subject: (place) => `Connexion à ${place}`,
      heading: 'Se connecter',
      text: (place, email) =>
        `Quelqu’un, vous sans doute, a demandé un lien pour se connecter à ${place} avec ${email}.`,
      button: 'Se connecter',
      note: (minutes) =>
        `Ce lien est valable ${minutes} minutes, une seule fois. Si vous n’avez rien demandé, ignorez ce message. Personne ne vous demandera jamais ce lien.`,
    },
    es: {
      subject: (place) => `Iniciar sesión en ${place}`,
      heading: 'Iniciar sesión',
      text: (place, email) => `Alguien, seguramente usted, pidió un enlace para entrar en ${place} como ${email}.`,
      button: 'Iniciar sesión',
      note: (minutes) =>
        `El enlace es válido durante ${minutes} minutos y una sola vez. Si no lo pidió, ignore este mensaje. Nadie le pedirá nunca este enlace.`,
    },
    de: {
      subject: (place) => `Anmelden bei ${place}`,
      heading: 'Anmelden',
      text: (place, email) =>
        `Jemand, hoffentlich Sie, hat einen Link angefordert, um sich als ${email} bei ${place} anzumelden.`,
      button: 'Anmelden',
      note: (minutes) =>
        `Der Link ist ${minutes} Minuten gültig, und nur einmal. Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren. Niemand von uns wird Sie je danach fragen.`,
    },
  },
};
