import type { Language } from '@tabard/contract';
import type { FormWords } from './sign-in-document.ts';

interface AskingWords extends FormWords {
  email: string;
  /** What is said when it was asked for, whoever has the address. */
  sent(email: string): { title: string; text: string };
  back: string;
}

/** What the pages say that ask for a link. */
export const askingWords: Readonly<Record<Language, Readonly<Record<'forgotten' | 'byMail', AskingWords>>>> = {
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
  },
  de: {
    forgotten: {
      title: 'Passwort vergessen?',
      text: 'Wir senden einen Link an Ihre E-Mail-Adresse. Damit wählen Sie ein neues Passwort.',
      email: 'E-Mail-Adresse',
      button: 'Link senden',
      back: 'Zurück zur Anmeldung',
      sent: (email) => ({
        title: 'Sehen Sie in Ihre E-Mails',
        text: `Wenn sich hier jemand als ${email} anmeldet, ist ein Link unterwegs. Er ist 30 Minuten gültig. Nichts da? Sehen Sie im Spam nach, und ob die Adresse richtig geschrieben ist.`,
      }),
      failures: {
        'rate_limit.exceeded': 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
        'request.invalid': 'Das ist keine E-Mail-Adresse.',
        other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
      },
    },
    byMail: {
      title: 'Mit einem Link anmelden',
      text: 'Wir senden einen Link an Ihre E-Mail-Adresse. Er meldet Sie ohne Passwort an.',
      email: 'E-Mail-Adresse',
      button: 'Link senden',
      back: 'Mit einem Passwort anmelden',
      sent: (email) => ({
        title: 'Sehen Sie in Ihre E-Mails',
        text: `Wenn sich hier jemand als ${email} anmeldet, ist ein Link unterwegs. Er ist 15 Minuten gültig. Nichts da? Sehen Sie im Spam nach, und ob die Adresse richtig geschrieben ist.`,
      }),
      failures: {
        'rate_limit.exceeded': 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
        'request.invalid': 'Das ist keine E-Mail-Adresse.',
        other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
      },
    },
  },
};
