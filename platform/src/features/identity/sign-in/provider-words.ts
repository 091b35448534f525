import type { Language } from '@tabard/contract';
import type { GateWords } from './sign-in-document.ts';

/** What is said where people sign in with accounts that they have elsewhere. */
export interface ProviderWords {
  /** On the button of an open provider. */
  continueWith(name: string): string;
  /** Where the address is asked first, for companies with a sign-in of their own. */
  first: { text: string; button: string; password: string };
  /** On the page that people come back to. */
  callback: { title: string; text: string; button: string };
  other: string;
  back: string;
  /** Where the link of a mail leads. */
  confirm: { title: string; text: string; button: string; failures: { other: string } };
  /** What is said when a link was mailed. */
  mailed(name: string, email: string): Pick<GateWords, 'title' | 'text'>;
  /** What became of it where nobody was signed in, by the code of the failure; `other` for the rest. */
  endings: Readonly<Record<string, GateWords & { href: string }>>;
}

/** An ending for each code; all of them lead back to the sign-in page. */
const endingsOf = (
  link: string,
  said: Readonly<Record<string, readonly [title: string, text: string]>>,
): ProviderWords['endings'] =>
  Object.fromEntries(
    Object.entries(said).map(([code, [title, text]]) => [code, { title, text, link, href: '/sign-in' }]),
  );

/** What the pages say. */
export const providerWords: Readonly<Record<Language, ProviderWords>> = {
  en: {
    continueWith: (name) => `Continue with ${name}`,
    first: {
      text: 'Give your email address to go on.',
      button: 'Continue',
      password: 'Sign in with a password or a passkey',
    },
    callback: { title: 'You are being signed in', text: 'One moment, please.', button: 'Continue' },
    other: 'This did not work just now. Try again in a minute.',
    back: 'Back to signing in',
    confirm: {
      title: 'Sign in with this account?',
      text: '',
      button: 'Yes, this is mine',
      failures: { other: 'This did not work just now. Try again in a minute.' },
    },
    mailed: (name, email) => ({
      title: 'Look into your mailbox',
      text: `An account with ${email} is here already. We mailed you a link: once you use it, ${name} signs you in.`,
    }),
    endings: endingsOf('Back to signing in', {
      'auth.provider_unreachable': [
        'No answer',
        'Where you wanted to sign in does not answer just now. Try again in a minute, or sign in another way.',
      ],
      'auth.provider_refused': [
        'You were not signed in',
        'We were not told who you are, or not as it should be. Try again, or sign in another way.',
      ],
      'identity_provider.address_refused': [
        'You were not signed in',
        'This sign-in is not set up as it should be. Tell your administrator, or sign in another way.',
      ],
      'auth.provider_cancelled': ['You did not go on', 'You did not agree there, so nobody was signed in.'],
      'auth.authorization_ended': [
        'Please begin again',
        'This took too long, was used already, or began in another browser.',
      ],
      'user_identity.unknown': [
        'Nobody signs in here with it',
        'There is nothing here that this account may open. Use another one, sign in another way, or ask whoever invited you.',
      ],
      'user_identity.unverified': [
        'Your address is not confirmed',
        'We were not told that the address of this account is yours, or it is none of your company. Confirm it there, or sign in another way.',
      ],
      'user_identity.recycled': [
        'Another account has this address',
        'Somebody signs in here with another account of this address. If that was you, sign in another way, and remove it on the page of your account.',
      ],
      'user_identity.unconfirmed': [
        'Sign in another way first',
        'Only you can say that this account is yours: sign in another way, then add it on the page of your account.',
      ],
      'user_identity.taken': [
        'This account is in use',
        'It signs somebody in here already. Use another one, or remove it where it is in use.',
      ],
      'user_identity.too_many': [
        'You have many accounts',
        'You sign in with 20 accounts. Remove one that you do not use any more.',
      ],
      'workspace.not_found': [
        'There is nothing to open',
        'There is nothing here that you may open. Ask whoever invited you.',
      ],
      'rate_limit.exceeded': ['Too many tries', 'Wait a few minutes, then try again.'],
      'auth.single_sign_on_required': [
        'Use your company’s sign-in',
        'Your company has a sign-in of its own. Give your address on the sign-in page, and go on from there.',
      ],
      other: ['This did not work', 'This did not work just now. Try again in a minute.'],
    }),
  },
  fr: {
    continueWith: (name) => `Continuer avec ${name}`,
    first: {
      text: 'Indiquez votre adresse e-mail pour continuer.',
      button: 'Continuer',
      password: 'Se connecter avec un mot de passe ou une clé d’accès',
    },
    callback: { title: 'Connexion en cours', text: 'Un instant, s’il vous plaît.', button: 'Continuer' },
    other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
    back: 'Retour à la connexion',
    confirm: {
      title: 'Se connecter avec ce compte ?',
      text: '',
      button: 'Oui, il est à moi',
      failures: { other: 'Cela n’a pas fonctionné. Réessayez dans une minute.' },
    },
    mailed: (name, email) => ({
      title: 'Consultez votre boîte de réception',
      text: `Il existe déjà un compte avec ${email}. Nous vous avons envoyé un lien : dès que vous l’utiliserez, ${name} vous connectera.`,
    }),
    endings: endingsOf('Retour à la connexion', {
      'auth.provider_unreachable': [
        'Pas de réponse',
        'Le service où vous vouliez vous connecter ne répond pas pour le moment. Réessayez dans une minute ou connectez-vous autrement.',
      ],
      'auth.provider_refused': [
        'Vous n’êtes pas connecté',
        'On ne nous a pas dit qui vous êtes, ou pas comme il faut. Réessayez ou connectez-vous autrement.',
      ],
      'identity_provider.address_refused': [
        'Vous n’êtes pas connecté',
        'Cette connexion n’est pas configurée comme il faut. Prévenez votre administrateur ou connectez-vous autrement.',
      ],
      'auth.provider_cancelled': [
        'Vous n’avez pas continué',
        'Vous n’avez pas donné votre accord, donc personne n’a été connecté.',
      ],
      'auth.authorization_ended': [
        'Veuillez recommencer',
        'Cela a pris trop de temps, a déjà servi ou a commencé dans un autre navigateur.',
      ],
      'user_identity.unknown': [
        'Personne ne se connecte ici avec ce compte',
        'Ce compte ne peut rien ouvrir ici. Utilisez-en un autre, connectez-vous autrement ou adressez-vous à la personne qui vous a invité.',
      ],
      'user_identity.unverified': [
        'Votre adresse n’est pas confirmée',
        'On ne nous a pas dit que l’adresse de ce compte est la vôtre, ou elle n’est pas de votre entreprise. Confirmez-la là-bas ou connectez-vous autrement.',
      ],
      'user_identity.recycled': [
        'Un autre compte a cette adresse',
        'Quelqu’un se connecte ici avec un autre compte de cette adresse. Si c’était vous, connectez-vous autrement et retirez-le sur la page de votre compte.',
      ],
      'user_identity.unconfirmed': [
        'Connectez-vous d’abord autrement',
        'Vous seul pouvez dire que ce compte est à vous : connectez-vous autrement, puis ajoutez-le sur la page de votre compte.',
      ],
      'user_identity.taken': [
        'Ce compte est déjà utilisé',
        'Il connecte déjà quelqu’un ici. Utilisez-en un autre ou retirez-le là où il est utilisé.',
      ],
      'user_identity.too_many': [
        'Vous avez beaucoup de comptes',
        'Vous vous connectez avec 20 comptes. Retirez-en un que vous n’utilisez plus.',
      ],
      'workspace.not_found': [
        'Rien à ouvrir',
        'Il n’y a rien ici que vous puissiez ouvrir. Adressez-vous à la personne qui vous a invité.',
      ],
      'rate_limit.exceeded': ['Trop de tentatives', 'Patientez quelques minutes, puis réessayez.'],
      'auth.single_sign_on_required': [
        'Utilisez la connexion de votre entreprise',
        'Votre entreprise a sa propre connexion. Indiquez votre adresse sur la page de connexion et continuez à partir de là.',
      ],
      other: ['Cela n’a pas fonctionné', 'Cela n’a pas fonctionné. Réessayez dans une minute.'],
    }),
  },
  es: {
    continueWith: (name) => `Continuar con ${name}`,
    first: {
      text: 'Indique su correo electrónico para continuar.',
      button: 'Continuar',
      password: 'Entrar con una contraseña o una llave de acceso',
    },
    callback: { title: 'Iniciando sesión', text: 'Un momento, por favor.', button: 'Continuar' },
    other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
    back: 'Volver a iniciar sesión',
    confirm: {
      title: '¿Entrar con esta cuenta?',
      text: '',
      button: 'Sí, es mía',
      failures: { other: 'No ha funcionado. Inténtelo de nuevo en un minuto.' },
    },
    mailed: (name, email) => ({
      title: 'Mire su buzón',
      text: `Ya hay una cuenta con ${email}. Le hemos enviado un enlace: en cuanto lo use, ${name} le dará acceso.`,
    }),
    endings: endingsOf('Volver a iniciar sesión', {
      'auth.provider_unreachable': [
        'Sin respuesta',
        'El servicio con el que quería entrar no responde en este momento. Inténtelo de nuevo en un minuto o entre de otra manera.',
      ],
      'auth.provider_refused': [
        'No ha iniciado sesión',
        'No nos han dicho quién es usted, o no como es debido. Inténtelo de nuevo o entre de otra manera.',
      ],
      'identity_provider.address_refused': [
        'No ha iniciado sesión',
        'Este inicio de sesión no está configurado como es debido. Avise a su administrador o entre de otra manera.',
      ],
      'auth.provider_cancelled': ['No ha continuado', 'No dio su conformidad, así que nadie ha iniciado sesión.'],
      'auth.authorization_ended': [
        'Empiece de nuevo, por favor',
        'Ha tardado demasiado, ya se usó o empezó en otro navegador.',
      ],
      'user_identity.unknown': [
        'Nadie entra aquí con ella',
        'Esta cuenta no puede abrir nada aquí. Use otra, entre de otra manera o pregunte a quien le invitó.',
      ],
      'user_identity.unverified': [
        'Su dirección no está confirmada',
        'No nos han dicho que la dirección de esta cuenta sea suya, o no es de su empresa. Confírmela allí o entre de otra manera.',
      ],
      'user_identity.recycled': [
        'Otra cuenta tiene esta dirección',
        'Alguien entra aquí con otra cuenta de esta dirección. Si era usted, entre de otra manera y quítela en la página de su cuenta.',
      ],
      'user_identity.unconfirmed': [
        'Entre antes de otra manera',
        'Solo usted puede decir que esta cuenta es suya: entre de otra manera y añádala en la página de su cuenta.',
      ],
      'user_identity.taken': ['Esta cuenta ya se usa', 'Ya da acceso a alguien aquí. Use otra o quítela donde se usa.'],
      'user_identity.too_many': ['Tiene muchas cuentas', 'Entra con 20 cuentas. Quite una que ya no use.'],
      'workspace.not_found': ['No hay nada que abrir', 'Aquí no hay nada que pueda abrir. Pregunte a quien le invitó.'],
      'rate_limit.exceeded': ['Demasiados intentos', 'Espere unos minutos e inténtelo de nuevo.'],
      'auth.single_sign_on_required': [
        'Use el inicio de sesión de su empresa',
        'Su empresa tiene su propio inicio de sesión. Indique su dirección en la página de inicio de sesión y continúe desde allí.',
      ],
      other: ['No ha funcionado', 'No ha funcionado. Inténtelo de nuevo en un minuto.'],
    }),
  },
  de: {
    continueWith: (name) => `Weiter mit ${name}`,
    first: {
      text: 'Geben Sie Ihre E-Mail-Adresse an, um fortzufahren.',
      button: 'Weiter',
      password: 'Mit einem Passwort oder einem Passkey anmelden',
    },
    callback: { title: 'Sie werden angemeldet', text: 'Einen Moment, bitte.', button: 'Weiter' },
    other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
    back: 'Zurück zur Anmeldung',
    confirm: {
      title: 'Mit diesem Konto anmelden?',
      text: '',
      button: 'Ja, es ist meines',
      failures: { other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.' },
    },
    mailed: (name, email) => ({
      title: 'Sehen Sie in Ihr Postfach',
      text: `Mit ${email} gibt es hier schon ein Konto. Wir haben Ihnen einen Link geschickt: Sobald Sie ihn verwenden, meldet ${name} Sie an.`,
    }),
    endings: endingsOf('Zurück zur Anmeldung', {
      'auth.provider_unreachable': [
        'Keine Antwort',
        'Wo Sie sich anmelden wollten, antwortet gerade niemand. Versuchen Sie es in einer Minute noch einmal, oder melden Sie sich anders an.',
      ],
      'auth.provider_refused': [
        'Sie wurden nicht angemeldet',
        'Uns wurde nicht gesagt, wer Sie sind, oder nicht so, wie es sein soll. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
      ],
      'identity_provider.address_refused': [
        'Sie wurden nicht angemeldet',
        'Diese Anmeldung ist nicht so eingerichtet, wie sie sein soll. Sagen Sie es Ihrer Administration, oder melden Sie sich anders an.',
      ],
      'auth.provider_cancelled': [
        'Sie sind nicht fortgefahren',
        'Sie haben dort nicht zugestimmt, deshalb wurde niemand angemeldet.',
      ],
      'auth.authorization_ended': [
        'Bitte beginnen Sie noch einmal',
        'Das hat zu lange gedauert, wurde schon verwendet oder begann in einem anderen Browser.',
      ],
      'user_identity.unknown': [
        'Damit meldet sich hier niemand an',
        'Dieses Konto darf hier nichts öffnen. Verwenden Sie ein anderes, melden Sie sich anders an, oder fragen Sie die Person, die Sie eingeladen hat.',
      ],
      'user_identity.unverified': [
        'Ihre Adresse ist nicht bestätigt',
        'Uns wurde nicht gesagt, dass die Adresse dieses Kontos Ihre ist, oder sie gehört nicht zu Ihrem Unternehmen. Bestätigen Sie sie dort, oder melden Sie sich anders an.',
      ],
      'user_identity.recycled': [
        'Ein anderes Konto hat diese Adresse',
        'Jemand meldet sich hier mit einem anderen Konto dieser Adresse an. Wenn Sie das waren, melden Sie sich anders an, und entfernen Sie es auf der Seite Ihres Kontos.',
      ],
      'user_identity.unconfirmed': [
        'Melden Sie sich zuerst anders an',
        'Nur Sie können sagen, dass dieses Konto Ihres ist: Melden Sie sich anders an, und fügen Sie es auf der Seite Ihres Kontos hinzu.',
      ],
      'user_identity.taken': [
        'Dieses Konto wird schon verwendet',
        'Es meldet hier schon jemanden an. Verwenden Sie ein anderes, oder entfernen Sie es dort, wo es verwendet wird.',
      ],
      'user_identity.too_many': [
        'Sie haben viele Konten',
        'Sie melden sich mit 20 Konten an. Entfernen Sie eines, das Sie nicht mehr verwenden.',
      ],
      'workspace.not_found': [
        'Es gibt nichts zu öffnen',
        'Hier gibt es nichts, was Sie öffnen dürfen. Fragen Sie die Person, die Sie eingeladen hat.',
      ],
      'rate_limit.exceeded': ['Zu viele Versuche', 'Warten Sie einige Minuten und versuchen Sie es dann erneut.'],
      'auth.single_sign_on_required': [
        'Verwenden Sie die Anmeldung Ihres Unternehmens',
        'Ihr Unternehmen hat eine eigene Anmeldung. Geben Sie auf der Anmeldeseite Ihre Adresse an, und fahren Sie dort fort.',
      ],
      other: [
        'Das hat nicht funktioniert',
        'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
      ],
    }),
  },
};
