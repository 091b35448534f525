import type { Language } from '@tabard/contract';
import type { FormWords, GateWords } from './sign-in-document.ts';

interface AddressWords {
  confirm: FormWords;
  signInAs(email: string): string;
  confirmed(email: string): GateWords;
  back: FormWords;
  takeBack(email: string): string;
  endings: Readonly<Record<string, GateWords>>;
}

/** What the pages say that are about the address a person signs in with. */
export const addressWords: Readonly<Record<Language, AddressWords>> = {
  en: {
    confirm: {
      title: 'Confirm your address',
      text: '',
      button: 'Confirm',
      failures: {
        'user.email_taken': 'Meanwhile this address belongs to another account. Choose another one in your account.',
        other: 'This did not work just now. Try again in a minute.',
      },
    },
    signInAs: (email) => `From then on you sign in as ${email}.`,
    confirmed: (email) => ({
      title: 'Your address is changed',
      text: `From now on you sign in as ${email}, with the password that you have. Where you are signed in, you stay so.`,
      link: 'Sign in',
    }),
    back: {
      title: 'Take your address back',
      text: '',
      button: 'Save and sign in',
      failures: {
        'user.email_taken': 'Meanwhile this address belongs to another account. Ask your administrator.',
        'workspace.not_found': 'The address is yours again, but there is nothing here that you may open.',
        other: 'This did not work just now. Try again in a minute.',
      },
    },
    takeBack: (email) =>
      `You sign in as ${email} again. Choose a new password: everybody who is signed in as you is signed out.`,
    endings: {
      'auth.link_wrong': {
        title: 'This is not the whole link',
        text: 'Open the link of the mail again, or copy the whole of it.',
        link: 'Sign in',
      },
      'auth.link_spent': {
        title: 'This link is too old',
        text: 'It was used already, was withdrawn, or its time is over. Ask for another one in your account.',
        link: 'Sign in',
      },
    },
  },
  fr: {
    confirm: {
      title: 'Confirmez votre adresse',
      text: '',
      button: 'Confirmer',
      failures: {
        'user.email_taken':
          'Cette adresse appartient désormais à un autre compte. Choisissez-en une autre dans votre compte.',
        other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
      },
    },
    signInAs: (email) => `Vous vous connecterez ensuite avec ${email}.`,
    confirmed: (email) => ({
      title: 'Votre adresse est modifiée',
      text: `Vous vous connectez désormais avec ${email} et votre mot de passe actuel. Là où vous êtes connecté, vous le restez.`,
      link: 'Se connecter',
    }),
    back: {
      title: 'Reprendre votre adresse',
      text: '',
      button: 'Enregistrer et se connecter',
      failures: {
        'user.email_taken':
          'Cette adresse appartient désormais à un autre compte. Adressez-vous à votre administrateur.',
        'workspace.not_found': 'L’adresse est de nouveau la vôtre, mais il n’y a rien ici que vous puissiez ouvrir.',
        other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
      },
    },
    takeBack: (email) =>
      `Vous vous connecterez de nouveau avec ${email}. Choisissez un nouveau mot de passe : toutes les sessions ouvertes à votre nom seront fermées.`,
    endings: {
      'auth.link_wrong': {
        title: 'Ce lien n’est pas complet',
        text: 'Ouvrez de nouveau le lien du message, ou copiez-le en entier.',
        link: 'Se connecter',
      },
      'auth.link_spent': {
        title: 'Ce lien est trop ancien',
        text: 'Il a déjà servi, a été retiré, ou son délai est passé. Demandez-en un autre dans votre compte.',
        link: 'Se connecter',
      },
    },
  },
  es: {
    confirm: {
      title: 'Confirme su dirección',
      text: '',
      button: 'Confirmar',
      failures: {
        'user.email_taken': 'Esta dirección pertenece ahora a otra cuenta. Elija otra en su cuenta.',
        other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
      },
    },
    signInAs: (email) => `A partir de entonces entrará como ${email}.`,
    confirmed: (email) => ({
      title: 'Su dirección ha cambiado',
      text: `A partir de ahora entra como ${email}, con la contraseña que tiene. Donde ya ha iniciado sesión, sigue conectado.`,
      link: 'Iniciar sesión',
    }),
    back: {
      title: 'Recuperar su dirección',
      text: '',
      button: 'Guardar e iniciar sesión',
      failures: {
        'user.email_taken': 'Esta dirección pertenece ahora a otra cuenta. Pregunte a su administrador.',
        'workspace.not_found': 'La dirección vuelve a ser suya, pero aquí no hay nada que pueda abrir.',
        other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
      },
    },
    takeBack: (email) =>
      `Volverá a entrar como ${email}. Elija una nueva contraseña: se cerrarán todas las sesiones abiertas en su nombre.`,
    endings: {
      'auth.link_wrong': {
        title: 'El enlace no está completo',
        text: 'Abra de nuevo el enlace del mensaje o cópielo entero.',
        link: 'Iniciar sesión',
      },
      'auth.link_spent': {
        title: 'Este enlace es demasiado antiguo',
        text: 'Ya se usó, se retiró o ha caducado. Pida otro en su cuenta.',
        link: 'Iniciar sesión',
      },
    },
  },
  de: {
    confirm: {
      title: 'Bestätigen Sie Ihre Adresse',
      text: '',
      button: 'Bestätigen',
      failures: {
        'user.email_taken':
          'Inzwischen gehört diese Adresse zu einem anderen Konto. Wählen Sie in Ihrem Konto eine andere.',
        other: 'Das hat gerade nicht geklappt. Versuchen Sie es in einer Minute noch einmal.',
      },
    },
    signInAs: (email) => `Danach melden Sie sich als ${email} an.`,
    confirmed: (email) => ({
      title: 'Ihre Adresse ist geändert',
      text: `Ab jetzt melden Sie sich als ${email} an, mit Ihrem bisherigen Passwort. Wo Sie angemeldet sind, bleiben Sie es.`,
      link: 'Anmelden',
    }),
    back: {
      title: 'Adresse zurückholen',
      text: '',
      button: 'Speichern und anmelden',
      failures: {
        'user.email_taken':
          'Inzwischen gehört diese Adresse zu einem anderen Konto. Wenden Sie sich an Ihren Administrator.',
        'workspace.not_found': 'Die Adresse gehört wieder Ihnen, aber hier gibt es nichts, was Sie öffnen dürfen.',
        other: 'Das hat gerade nicht geklappt. Versuchen Sie es in einer Minute noch einmal.',
      },
    },
    takeBack: (email) =>
      `Sie melden sich wieder als ${email} an. Wählen Sie ein neues Passwort: Alle, die als Sie angemeldet sind, werden abgemeldet.`,
    endings: {
      'auth.link_wrong': {
        title: 'Dieser Link ist unvollständig',
        text: 'Öffnen Sie den Link aus der E-Mail noch einmal, oder kopieren Sie ihn ganz.',
        link: 'Anmelden',
      },
      'auth.link_spent': {
        title: 'Dieser Link ist zu alt',
        text: 'Er wurde schon benutzt oder zurückgezogen, oder seine Zeit ist abgelaufen. Fordern Sie in Ihrem Konto einen neuen an.',
        link: 'Anmelden',
      },
    },
  },
};
