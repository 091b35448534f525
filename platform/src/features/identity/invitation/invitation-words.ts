import type { Language } from '@tabard/contract';
import type { FormWords, GateWords } from '#features/identity/sign-in';

interface InvitationWords extends FormWords {
  welcome(place: string): string;
  known(email: string): string;
  unknown(email: string): string;
  name: string;
  password: string;
  passwordHint: string;
  endings: Readonly<Record<string, GateWords>>;
}

/** What the page says. */
export const invitationWords: Readonly<Record<Language, InvitationWords>> = {
  en: {
    title: 'You are invited',
    text: '',
    welcome: (place) => `Join ${place}`,
    known: (email) => `Sign in as ${email} to accept the invitation.`,
    unknown: (email) => `Say who you are and choose a password. You will sign in as ${email}.`,
    name: 'Your name',
    password: 'Password',
    passwordHint: 'At least 12 characters.',
    button: 'Accept the invitation',
    endings: {
      'invitation.link_used': {
        title: 'You are in already',
        text: 'This invitation was accepted. Sign in with your email address and your password.',
        link: 'Sign in',
      },
      'invitation.link_expired': {
        title: 'This invitation is too old',
        text: 'An invitation is good for 7 days. Ask whoever invited you to send it again.',
        link: 'Sign in',
      },
      'invitation.link_revoked': {
        title: 'This invitation was withdrawn',
        text: 'If that surprises you, ask whoever invited you.',
        link: 'Sign in',
      },
      'invitation.link_wrong': {
        title: 'This is not the whole link',
        text: 'Open the link of the mail again, or copy the whole of it.',
        link: 'Sign in',
      },
    },
    failures: {
      'user.password_short': 'The password is too short. Choose one of at least 12 characters.',
      'user.password_common':
        'This password is easy to guess. Choose four or more words that do not belong together, or let a password manager make one.',
      'auth.invalid_credentials': 'The password is wrong.',
      'rate_limit.exceeded': 'Too many tries. Wait a few minutes, then try again.',
      'user.email_taken': 'Somebody with this email address is here already. Load the page again and sign in.',
      'request.invalid': 'Something is missing or too long. Look at each field.',
      other: 'This did not work just now. Try again in a minute.',
    },
  },
  fr: {
    title: 'Vous êtes invité',
    text: '',
    welcome: (place) => `Rejoignez ${place}`,
    known: (email) => `Connectez-vous avec ${email} pour accepter l’invitation.`,
    unknown: (email) => `Présentez-vous et choisissez un mot de passe. Vous vous connecterez avec ${email}.`,
    name: 'Votre nom',
    password: 'Mot de passe',
    passwordHint: '12 caractères au moins.',
    button: 'Accepter l’invitation',
    endings: {
      'invitation.link_used': {
        title: 'Vous êtes déjà membre',
        text: 'Cette invitation a été acceptée. Connectez-vous avec votre adresse e-mail et votre mot de passe.',
        link: 'Se connecter',
      },
      'invitation.link_expired': {
        title: 'Cette invitation est trop ancienne',
        text: 'Une invitation est valable 7 jours. Demandez à la personne qui vous a invité de la renvoyer.',
        link: 'Se connecter',
      },
      'invitation.link_revoked': {
        title: 'Cette invitation a été retirée',
        text: 'Si cela vous surprend, adressez-vous à la personne qui vous a invité.',
        link: 'Se connecter',
      },
      'invitation.link_wrong': {
        title: 'Ce lien n’est pas complet',
        text: 'Ouvrez de nouveau le lien du message, ou copiez-le en entier.',
        link: 'Se connecter',
      },
    },
    failures: {
      'user.password_short': 'Le mot de passe est trop court. Choisissez-en un de 12 caractères au moins.',
      'user.password_common':
        'Ce mot de passe est facile à deviner. Choisissez au moins quatre mots sans rapport entre eux, ou laissez un gestionnaire de mots de passe en créer un.',
      'auth.invalid_credentials': 'Le mot de passe est incorrect.',
      'rate_limit.exceeded': 'Trop de tentatives. Patientez quelques minutes, puis réessayez.',
      'user.email_taken': 'Une personne utilise déjà cette adresse e-mail. Rechargez la page et connectez-vous.',
      'request.invalid': 'Un champ est vide ou trop long. Vérifiez chacun d’eux.',
      other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
    },
  },
  es: {
    title: 'Tiene una invitación',
    text: '',
    welcome: (place) => `Únase a ${place}`,
    known: (email) => `Inicie sesión como ${email} para aceptar la invitación.`,
    unknown: (email) => `Díganos quién es y elija una contraseña. Iniciará sesión como ${email}.`,
    name: 'Su nombre',
    password: 'Contraseña',
    passwordHint: 'Al menos 12 caracteres.',
    button: 'Aceptar la invitación',
    endings: {
      'invitation.link_used': {
        title: 'Ya está dentro',
        text: 'Esta invitación ya se aceptó. Inicie sesión con su correo electrónico y su contraseña.',
        link: 'Iniciar sesión',
      },
      'invitation.link_expired': {
        title: 'Esta invitación es demasiado antigua',
        text: 'Una invitación es válida durante 7 días. Pida a quien le invitó que la envíe de nuevo.',
        link: 'Iniciar sesión',
      },
      'invitation.link_revoked': {
        title: 'Esta invitación se retiró',
        text: 'Si le sorprende, pregunte a quien le invitó.',
        link: 'Iniciar sesión',
      },
      'invitation.link_wrong': {
        title: 'El enlace no está completo',
        text: 'Abra de nuevo el enlace del mensaje o cópielo entero.',
        link: 'Iniciar sesión',
      },
    },
    failures: {
      'user.password_short': 'La contraseña es demasiado corta. Elija una de al menos 12 caracteres.',
      'user.password_common':
        'Esta contraseña es fácil de adivinar. Elija cuatro o más palabras sin relación entre sí, o deje que un gestor de contraseñas cree una.',
      'auth.invalid_credentials': 'La contraseña no es correcta.',
      'rate_limit.exceeded': 'Demasiados intentos. Espere unos minutos e inténtelo de nuevo.',
      'user.email_taken': 'Ya hay alguien con este correo electrónico. Cargue la página de nuevo e inicie sesión.',
      'request.invalid': 'Falta algo o es demasiado largo. Revise cada campo.',
      other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
    },
  },
  de: {
    title: 'Sie sind eingeladen',
    text: '',
    welcome: (place) => `Willkommen bei ${place}`,
    known: (email) => `Melden Sie sich als ${email} an, um die Einladung anzunehmen.`,
    unknown: (email) => `Sagen Sie, wer Sie sind, und wählen Sie ein Passwort. Sie melden sich als ${email} an.`,
    name: 'Ihr Name',
    password: 'Passwort',
    passwordHint: 'Mindestens 12 Zeichen.',
    button: 'Einladung annehmen',
    endings: {
      'invitation.link_used': {
        title: 'Sie sind schon dabei',
        text: 'Diese Einladung wurde angenommen. Melden Sie sich mit Ihrer E-Mail-Adresse und Ihrem Passwort an.',
        link: 'Anmelden',
      },
      'invitation.link_expired': {
        title: 'Diese Einladung ist zu alt',
        text: 'Eine Einladung ist 7 Tage gültig. Bitten Sie die Person, die Sie eingeladen hat, sie noch einmal zu senden.',
        link: 'Anmelden',
      },
      'invitation.link_revoked': {
        title: 'Diese Einladung wurde zurückgezogen',
        text: 'Wenn Sie das überrascht, fragen Sie die Person, die Sie eingeladen hat.',
        link: 'Anmelden',
      },
      'invitation.link_wrong': {
        title: 'Das ist nicht der ganze Link',
        text: 'Öffnen Sie den Link der E-Mail noch einmal oder kopieren Sie ihn vollständig.',
        link: 'Anmelden',
      },
    },
    failures: {
      'user.password_short': 'Das Passwort ist zu kurz. Wählen Sie eines mit mindestens 12 Zeichen.',
      'user.password_common':
        'Dieses Passwort ist leicht zu erraten. Wählen Sie vier oder mehr Wörter, die nicht zusammengehören, oder lassen Sie einen Passwortmanager eines erzeugen.',
      'auth.invalid_credentials': 'Das Passwort ist falsch.',
      'rate_limit.exceeded': 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
      'user.email_taken':
        'Jemand mit dieser E-Mail-Adresse ist schon hier. Laden Sie die Seite neu und melden Sie sich an.',
      'request.invalid': 'Etwas fehlt oder ist zu kurz. Prüfen Sie jedes Feld.',
      other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
    },
  },
};
