import type { Language } from '@tabard/contract';
import type { FormWords } from './sign-in-document.ts';

/** What is said of passkeys. */
export interface PasskeyWords {
  button: string;
  /** Nothing came of it: closed, or there is none for this host name. */
  none: string;
  failures: Readonly<Record<string, string>>;
}

interface SignInWords extends FormWords {
  email: string;
  password: string;
  forgotten: string;
  byMail: string;
  byPhone: string;
  /** To where somebody who was not invited creates an account. */
  signUp: string;
  passkey: PasskeyWords;
}

/** What the page says. */
export const signInWords: Readonly<Record<Language, SignInWords>> = {
  en: {
    title: 'Sign in',
    text: 'With your email address and your password.',
    email: 'Email address',
    password: 'Password',
    forgotten: 'Forgotten your password?',
    byMail: 'Sign in by a link in a mail',
    byPhone: 'Sign in with your phone',
    signUp: 'Create an account',
    passkey: {
      button: 'Use a passkey',
      none: 'No passkey was used. A passkey is good only at the address at which it was added. Try again, or sign in another way.',
      failures: {
        'auth.passkey_refused':
          'This passkey does not open anything here. Use another one, or sign in with your password.',
        'passkey.challenge_ended': 'This took too long. Try again.',
      },
    },
    button: 'Sign in',
    failures: {
      'auth.invalid_credentials': 'The email address or the password is wrong.',
      'rate_limit.exceeded': 'Too many tries. Wait a few minutes, then try again.',
      'workspace.not_found': 'There is nothing here that you may open. Ask whoever invited you.',
      other: 'This did not work just now. Try again in a minute.',
    },
  },
  fr: {
    title: 'Se connecter',
    text: 'Avec votre adresse e-mail et votre mot de passe.',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    forgotten: 'Mot de passe oublié ?',
    byMail: 'Se connecter par un lien dans un message',
    byPhone: 'Se connecter avec votre téléphone',
    signUp: 'Créer un compte',
    passkey: {
      button: 'Utiliser une clé d’accès',
      none: 'Aucune clé d’accès n’a été utilisée. Une clé d’accès n’est valable qu’à l’adresse où elle a été ajoutée. Réessayez ou connectez-vous autrement.',
      failures: {
        'auth.passkey_refused':
          'Cette clé d’accès n’ouvre rien ici. Utilisez-en une autre ou connectez-vous avec votre mot de passe.',
        'passkey.challenge_ended': 'Cela a pris trop de temps. Réessayez.',
      },
    },
    button: 'Se connecter',
    failures: {
      'auth.invalid_credentials': 'L’adresse e-mail ou le mot de passe est incorrect.',
      'rate_limit.exceeded': 'Trop de tentatives. Patientez quelques minutes, puis réessayez.',
      'workspace.not_found':
        'Il n’y a rien ici que vous puissiez ouvrir. Adressez-vous à la personne qui vous a invité.',
      other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
    },
  },
  es: {
    title: 'Iniciar sesión',
    text: 'Con su correo electrónico y su contraseña.',
    email: 'Correo electrónico',
    password: 'Contraseña',
    forgotten: '¿Ha olvidado su contraseña?',
    byMail: 'Iniciar sesión con un enlace por correo',
    byPhone: 'Entrar con su teléfono',
    signUp: 'Crear una cuenta',
    passkey: {
      button: 'Usar una llave de acceso',
      none: 'No se ha usado ninguna llave de acceso. Una llave de acceso solo sirve en la dirección en la que se añadió. Inténtelo de nuevo o entre de otra manera.',
      failures: {
        'auth.passkey_refused': 'Esta llave de acceso no abre nada aquí. Use otra o entre con su contraseña.',
        'passkey.challenge_ended': 'Ha tardado demasiado. Inténtelo de nuevo.',
      },
    },
    button: 'Iniciar sesión',
    failures: {
      'auth.invalid_credentials': 'El correo electrónico o la contraseña no son correctos.',
      'rate_limit.exceeded': 'Demasiados intentos. Espere unos minutos e inténtelo de nuevo.',
      'workspace.not_found': 'Aquí no hay nada que pueda abrir. Pregunte a quien le invitó.',
      other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
    },
  },
  de: {
    title: 'Anmelden',
    text: 'Mit Ihrer E-Mail-Adresse und Ihrem Passwort.',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    forgotten: 'Passwort vergessen?',
    byMail: 'Mit einem Link per E-Mail anmelden',
    byPhone: 'Mit dem Telefon anmelden',
    signUp: 'Konto anlegen',
    passkey: {
      button: 'Passkey verwenden',
      none: 'Es wurde kein Passkey verwendet. Ein Passkey gilt nur unter der Adresse, unter der er hinzugefügt wurde. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
      failures: {
        'auth.passkey_refused':
          'Dieser Passkey öffnet hier nichts. Verwenden Sie einen anderen, oder melden Sie sich mit Ihrem Passwort an.',
        'passkey.challenge_ended': 'Das hat zu lange gedauert. Versuchen Sie es noch einmal.',
      },
    },
    button: 'Anmelden',
    failures: {
      'auth.invalid_credentials': 'Die E-Mail-Adresse oder das Passwort ist falsch.',
      'rate_limit.exceeded': 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
      'workspace.not_found':
        'Hier gibt es nichts, was Sie öffnen dürfen. Fragen Sie die Person, die Sie eingeladen hat.',
      other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
    },
  },
};
