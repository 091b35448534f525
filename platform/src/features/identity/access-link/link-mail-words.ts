import type { Language } from '@tabard/contract';
import type { Purpose } from './access-link.rules.ts';

interface LinkMailWords {
  /** `provider`: whose account it is about, for the link that confirms one. */
  subject(place: string, provider: string): string;
  heading: string;
  text(place: string, email: string, provider: string): string;
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
  email: {
    en: {
      subject: (place) => `Confirm your address for ${place}`,
      heading: 'Confirm your address',
      text: (place, email) => `Somebody, hopefully you, wants to sign in to ${place} as ${email} from now on.`,
      button: 'Confirm the address',
      note: (minutes) =>
        `The link is good for ${minutes} minutes, once. If you did not ask for it, you can ignore this mail: nothing changes then.`,
    },
    fr: {
      subject: (place) => `Confirmez votre adresse pour ${place}`,
      heading: 'Confirmez votre adresse',
      text: (place, email) =>
        `Quelqu’un, vous sans doute, souhaite désormais se connecter à ${place} avec l’adresse ${email}.`,
      button: 'Confirmer l’adresse',
      note: (minutes) =>
        `Ce lien est valable ${minutes} minutes, une seule fois. Si vous n’avez rien demandé, ignorez ce message : rien ne changera.`,
    },
    es: {
      subject: (place) => `Confirme su dirección para ${place}`,
      heading: 'Confirme su dirección',
      text: (place, email) =>
        `Alguien, seguramente usted, quiere entrar a partir de ahora en ${place} con la dirección ${email}.`,
      button: 'Confirmar la dirección',
      note: (minutes) =>
        `El enlace es válido durante ${minutes} minutos y una sola vez. Si no lo pidió, ignore este mensaje: no cambiará nada.`,
    },
    de: {
      subject: (place) => `Bestätigen Sie Ihre Adresse für ${place}`,
      heading: 'Bestätigen Sie Ihre Adresse',
      text: (place, email) => `Jemand, hoffentlich Sie, möchte sich bei ${place} künftig als ${email} anmelden.`,
      button: 'Adresse bestätigen',
      note: (minutes) =>
        `Der Link ist ${minutes} Minuten gültig, und nur einmal. Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren: Dann ändert sich nichts.`,
    },
  },
  'email-back': {
    en: {
      subject: (place) => `Your address for ${place} was changed`,
      heading: 'Your address was changed',
      text: (place, email) =>
        `You sign in to ${place} as ${email} from now on, and mails about your account go there. This is the last one to this address.`,
      button: 'Undo the change',
      note: (minutes) =>
        `If this was you, there is nothing to do. If not, take the address back: you choose a new password by it, and everybody is signed out. The link is good for ${days(minutes)} days, once.`,
    },
    fr: {
      subject: (place) => `Votre adresse pour ${place} a été modifiée`,
      heading: 'Votre adresse a été modifiée',
      text: (place, email) =>
        `Vous vous connectez désormais à ${place} avec ${email}, et les messages sur votre compte y sont envoyés. Celui-ci est le dernier à cette adresse.`,
      button: 'Annuler la modification',
      note: (minutes) =>
        `Si c’était vous, il n’y a rien à faire. Sinon, reprenez cette adresse : vous choisirez un nouveau mot de passe et tout le monde sera déconnecté. Ce lien est valable ${days(minutes)} jours, une seule fois.`,
    },
    es: {
      subject: (place) => `Su dirección para ${place} ha cambiado`,
      heading: 'Su dirección ha cambiado',
      text: (place, email) =>
        `A partir de ahora entra en ${place} como ${email}, y los mensajes sobre su cuenta se envían allí. Este es el último a esta dirección.`,
      button: 'Deshacer el cambio',
      note: (minutes) =>
        `Si fue usted, no tiene que hacer nada. Si no, recupere la dirección: elegirá una nueva contraseña y se cerrarán todas las sesiones. El enlace es válido durante ${days(minutes)} días y una sola vez.`,
    },
    de: {
      subject: (place) => `Ihre Adresse für ${place} wurde geändert`,
      heading: 'Ihre Adresse wurde geändert',
      text: (place, email) =>
        `Sie melden sich bei ${place} ab jetzt als ${email} an, und E-Mails zu Ihrem Konto gehen dorthin. Diese ist die letzte an die bisherige Adresse.`,
      button: 'Änderung rückgängig machen',
      note: (minutes) =>
        `Wenn Sie das waren, ist nichts zu tun. Wenn nicht, holen Sie die Adresse zurück: Sie wählen dabei ein neues Passwort, und alle werden abgemeldet. Der Link ist ${days(minutes)} Tage gültig, und nur einmal.`,
    },
  },
  identity: {
    en: {
      subject: (place, name) => `Sign in to ${place} with ${name}`,
      heading: 'Was this you?',
      text: (place, email, name) =>
        `Somebody, hopefully you, wants to sign in to ${place} as ${email} with an account at ${name}.`,
      button: 'Sign in with it',
      note: (minutes) =>
        `The link is good for ${minutes} minutes, once; from then on that account signs you in. If this was not you, ignore this mail: nothing changes then.`,
    },
    fr: {
      subject: (place, name) => `Connexion à ${place} avec ${name}`,
      heading: 'Était-ce vous ?',
      text: (place, email, name) =>
        `Quelqu’un, vous sans doute, souhaite se connecter à ${place} comme ${email} avec un compte ${name}.`,
      button: 'Se connecter avec ce compte',
      note: (minutes) =>
        `Ce lien est valable ${minutes} minutes, une seule fois ; ce compte vous connectera ensuite. Si ce n’était pas vous, ignorez ce message : rien ne changera.`,
    },
    es: {
      subject: (place, name) => `Entrar en ${place} con ${name}`,
      heading: '¿Era usted?',
      text: (place, email, name) =>
        `Alguien, seguramente usted, quiere entrar en ${place} como ${email} con una cuenta de ${name}.`,
      button: 'Entrar con ella',
      note: (minutes) =>
        `El enlace es válido durante ${minutes} minutos y una sola vez; después, esa cuenta le dará acceso. Si no era usted, ignore este mensaje: no cambiará nada.`,
    },
    de: {
      subject: (place, name) => `Mit ${name} bei ${place} anmelden`,
      heading: 'Waren Sie das?',
      text: (place, email, name) =>
        `Jemand, hoffentlich Sie, möchte sich bei ${place} als ${email} mit einem Konto bei ${name} anmelden.`,
      button: 'Damit anmelden',
      note: (minutes) =>
        `Der Link ist ${minutes} Minuten gültig, und nur einmal; danach meldet dieses Konto Sie an. Wenn Sie das nicht waren, ignorieren Sie diese E-Mail: Dann ändert sich nichts.`,
    },
  },
};

const days = (minutes: number): number => Math.round(minutes / (24 * 60));
