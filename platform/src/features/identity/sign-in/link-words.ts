import type { Language } from '@tabard/contract';
import type { FormWords, GateWords } from './sign-in-document.ts';

interface LinkWords {
  password: FormWords & { password: string; passwordHint: string };
  link: FormWords;
  signInAs(email: string): string;
  endings: Readonly<Record<string, GateWords>>;
}

/** What the pages around links in mails say. */
export const linkWords: Readonly<Record<Language, LinkWords>> = {
  en: {
    password: {
      title: 'Choose a new password',
      text: 'You will be signed out wherever else you are signed in.',
      password: 'New password',
      passwordHint: 'At least 12 characters. Four words that do not belong together are good.',
      button: 'Save and sign in',
      failures: {
        'user.password_short': 'The password is too short. Choose one of at least 12 characters.',
        'user.password_common':
          'This password is easy to guess. Choose four or more words that do not belong together, or let a password manager make one.',
        'workspace.not_found': 'The password is changed, but there is nothing here that you may open.',
        other: 'This did not work just now. Try again in a minute.',
      },
    },
    link: {
      title: 'Sign in',
      text: '',
      button: 'Sign in',
      failures: {
        'workspace.not_found': 'There is nothing here that you may open. Ask whoever invited you.',
        other: 'This did not work just now. Try again in a minute.',
      },
    },
    signInAs: (email) => `You will be signed in in this browser as ${email}.`,
    endings: {
      'auth.link_wrong': {
        title: 'This is not the whole link',
        text: 'Open the link of the mail again, or copy the whole of it.',
        link: 'Ask for a new link',
      },
      'auth.link_spent': {
        title: 'This link is too old',
        text: 'It was used already, or its time is over. Ask for a new one.',
        link: 'Ask for a new link',
      },
    },
  },
  fr: {
    password: {
      title: 'Choisissez un nouveau mot de passe',
      text: 'Vous serez déconnecté partout ailleurs.',
      password: 'Nouveau mot de passe',
      passwordHint: '12 caractères au moins. Quatre mots sans rapport entre eux conviennent bien.',
      button: 'Enregistrer et se connecter',
      failures: {
        'user.password_short': 'Le mot de passe est trop court. Choisissez-en un de 12 caractères au moins.',
        'user.password_common':
          'Ce mot de passe est facile à deviner. Choisissez au moins quatre mots sans rapport entre eux, ou laissez un gestionnaire de mots de passe en créer un.',
        'workspace.not_found': 'Le mot de passe est modifié, mais il n’y a rien ici que vous puissiez ouvrir.',
        other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
      },
    },
    link: {
      title: 'Se connecter',
      text: '',
      button: 'Se connecter',
      failures: {
        'workspace.not_found':
          'Il n’y a rien ici que vous puissiez ouvrir. Adressez-vous à la personne qui vous a invité.',
        other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
      },
    },
    signInAs: (email) => `Vous serez connecté dans ce navigateur avec ${email}.`,
    endings: {
      'auth.link_wrong': {
        title: 'Ce lien n’est pas complet',
        text: 'Ouvrez de nouveau le lien du message, ou copiez-le en entier.',
        link: 'Demander un nouveau lien',
      },
      'auth.link_spent': {
        title: 'Ce lien est trop ancien',
        text: 'Il a déjà servi, ou son délai est passé. Demandez-en un nouveau.',
        link: 'Demander un nouveau lien',
      },
    },
  },
  es: {
    password: {
      title: 'Elija una nueva contraseña',
      text: 'Se cerrará su sesión en todos los demás lugares.',
      password: 'Nueva contraseña',
      passwordHint: 'Al menos 12 caracteres. Cuatro palabras sin relación entre sí son una buena elección.',
      button: 'Guardar e iniciar sesión',
      failures: {
        'user.password_short': 'La contraseña es demasiado corta. Elija una de al menos 12 caracteres.',
        'user.password_common':
          'Esta contraseña es fácil de adivinar. Elija cuatro o más palabras sin relación entre sí, o deje que un gestor de contraseñas cree una.',
        'workspace.not_found': 'La contraseña ha cambiado, pero aquí no hay nada que pueda abrir.',
        other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
      },
    },
    link: {
      title: 'Iniciar sesión',
      text: '',
      button: 'Iniciar sesión',
      failures: {
        'workspace.not_found': 'Aquí no hay nada que pueda abrir. Pregunte a quien le invitó.',
        other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
      },
    },
    signInAs: (email) => `Iniciará sesión en este navegador como ${email}.`,
    endings: {
      'auth.link_wrong': {
        title: 'El enlace no está completo',
        text: 'Abra de nuevo el enlace del mensaje o cópielo entero.',
        link: 'Pedir un nuevo enlace',
      },
      'auth.link_spent': {
        title: 'Este enlace es demasiado antiguo',
        text: 'Ya se usó o ha caducado. Pida uno nuevo.',
        link: 'Pedir un nuevo enlace',
      },
    },
  },
  de: {
    password: {
      title: 'Neues Passwort wählen',
      text: 'Sie werden überall sonst abgemeldet, wo Sie angemeldet sind.',
      password: 'Neues Passwort',
      passwordHint: 'Mindestens 12 Zeichen. Gut sind vier Wörter, die nicht zusammengehören.',
      button: 'Speichern und anmelden',
      failures: {
        'user.password_short': 'Das Passwort ist zu kurz. Wählen Sie eines mit mindestens 12 Zeichen.',
        'user.password_common':
          'Dieses Passwort ist leicht zu erraten. Wählen Sie vier oder mehr Wörter, die nicht zusammengehören, oder lassen Sie einen Passwortmanager eines erzeugen.',
        'workspace.not_found': 'Das Passwort ist geändert, aber hier gibt es nichts, was Sie öffnen dürfen.',
        other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
      },
    },
    link: {
      title: 'Anmelden',
      text: '',
      button: 'Anmelden',
      failures: {
        'workspace.not_found':
          'Hier gibt es nichts, was Sie öffnen dürfen. Fragen Sie die Person, die Sie eingeladen hat.',
        other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
      },
    },
    signInAs: (email) => `Sie werden in diesem Browser als ${email} angemeldet.`,
    endings: {
      'auth.link_wrong': {
        title: 'Das ist nicht der ganze Link',
        text: 'Öffnen Sie den Link der E-Mail noch einmal oder kopieren Sie ihn vollständig.',
        link: 'Neuen Link anfordern',
      },
      'auth.link_spent': {
        title: 'Dieser Link ist zu alt',
        text: 'Er wurde schon verwendet oder ist abgelaufen. Fordern Sie einen neuen an.',
        link: 'Neuen Link anfordern',
      },
    },
  },
};
