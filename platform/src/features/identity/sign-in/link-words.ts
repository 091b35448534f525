import type { PageLanguage } from './accepted-language.ts';
import type { FormWords, GateWords } from './sign-in-document.ts';

interface AskingWords extends FormWords {
  email: string;
  /** What is said when it was asked for, whoever has the address. */
  sent(email: string): { title: string; text: string };
  back: string;
}
interface LinkWords {
  forgotten: AskingWords;
  byMail: AskingWords;
  password: FormWords & { password: string; passwordHint: string };
  link: FormWords;
  signInAs(email: string): string;
  endings: Readonly<Record<string, GateWords>>;
}

/** What the pages around links in mails say. */
export const linkWords: Readonly<Record<PageLanguage, LinkWords>> = {
  en: {
    forgotten: {
      title: 'Forgotten your password?',
      text: 'We send a link to your email address. By it you choose a new password.',
      email: 'Email address',
      button: 'Send the link',
      back: 'Back to sign in',
      sent: (email) => ({
        title: 'Look into your mail',
        text: `If somebody signs in here as ${email}, a link is on its way. It is good for 30 minutes. Nothing there? Look at the spam, and at how the address is written.`,
      }),
      failures: {
        'rate_limit.exceeded': 'Too many tries. Wait a few minutes, then try again.',
        'request.invalid': 'This is not an email address.',
        other: 'This did not work just now. Try again in a minute.',
      },
    },
    byMail: {
      title: 'Sign in by a link',
      text: 'We send a link to your email address. It signs you in without a password.',
      email: 'Email address',
      button: 'Send the link',
      back: 'Sign in with a password',
      sent: (email) => ({
        title: 'Look into your mail',
        text: `If somebody signs in here as ${email}, a link is on its way. It is good for 15 minutes. Nothing there? Look at the spam, and at how the address is written.`,
      }),
      failures: {
        'rate_limit.exceeded': 'Too many tries. Wait a few minutes, then try again.',
        'request.invalid': 'This is not an email address.',
        other: 'This did not work just now. Try again in a minute.',
      },
    },
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
    forgotten: {
      title: 'Mot de passe oublié ?',
      text: 'Nous envoyons un lien à votre adresse e-mail. Il permet de choisir un nouveau mot de passe.',
      email: 'Adresse e-mail',
      button: 'Envoyer le lien',
      back: 'Retour à la connexion',
      sent: (email) => ({
        title: 'Consultez vos messages',
        text: `Si quelqu’un se connecte ici avec ${email}, un lien est en route. Il est valable 30 minutes. Rien ? Regardez dans les indésirables et vérifiez l’adresse.`,
      }),
      failures: {
        'rate_limit.exceeded': 'Trop de tentatives. Patientez quelques minutes, puis réessayez.',
        'request.invalid': 'Ce n’est pas une adresse e-mail.',
        other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
      },
    },
    byMail: {
      title: 'Se connecter par un lien',
      text: 'Nous envoyons un lien à votre adresse e-mail. Il vous connecte sans mot de passe.',
      email: 'Adresse e-mail',
      button: 'Envoyer le lien',
      back: 'Se connecter avec un mot de passe',
      sent: (email) => ({
        title: 'Consultez vos messages',
        text: `Si quelqu’un se connecte ici avec ${email}, un lien est en route. Il est valable 15 minutes. Rien ? Regardez dans les indésirables et vérifiez l’adresse.`,
      }),
      failures: {
        'rate_limit.exceeded': 'Trop de tentatives. Patientez quelques minutes, puis réessayez.',
        'request.invalid': 'Ce n’est pas une adresse e-mail.',
        other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
      },
    },
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
    forgotten: {
      title: '¿Ha olvidado su contraseña?',
      text: 'Enviamos un enlace a su correo electrónico. Con él elige una nueva contraseña.',
      email: 'Correo electrónico',
      button: 'Enviar el enlace',
      back: 'Volver al inicio de sesión',
      sent: (email) => ({
        title: 'Mire su correo',
        text: `Si alguien inicia sesión aquí como ${email}, un enlace está en camino. Es válido durante 30 minutos. ¿No llega? Mire en el correo no deseado y compruebe la dirección.`,
      }),
      failures: {
        'rate_limit.exceeded': 'Demasiados intentos. Espere unos minutos e inténtelo de nuevo.',
        'request.invalid': 'No es un correo electrónico.',
        other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
      },
    },
    byMail: {
      title: 'Iniciar sesión con un enlace',
      text: 'Enviamos un enlace a su correo electrónico. Con él entra sin contraseña.',
      email: 'Correo electrónico',
      button: 'Enviar el enlace',
      back: 'Iniciar sesión con contraseña',
      sent: (email) => ({
        title: 'Mire su correo',
        text: `Si alguien inicia sesión aquí como ${email}, un enlace está en camino. Es válido durante 15 minutos. ¿No llega? Mire en el correo no deseado y compruebe la dirección.`,
      }),
      failures: {
        'rate_limit.exceeded': 'Demasiados intentos. Espere unos minutos e inténtelo de nuevo.',
        'request.invalid': 'No es un correo electrónico.',
        other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
      },
    },
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
};
