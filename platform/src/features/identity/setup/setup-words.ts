import type { Language } from '@tabard/contract';
import type { FormWords, GateWords } from '#features/identity/sign-in';

interface SetupWords extends FormWords {
  organization: string;
  organizationHint: string;
  postalAddress: string;
  postalAddressHint: string;
  name: string;
  email: string;
  password: string;
  passwordHint: string;
  spent: GateWords;
}

/** What the page says. */
export const setupWords: Readonly<Record<Language, SetupWords>> = {
  en: {
    title: 'Welcome',
    text: 'Say who you are and choose a password. You can change everything else later.',
    organization: 'Company',
    organizationHint: 'Whoever gets your mail sees this name.',
    postalAddress: 'Postal address',
    postalAddressHint: 'The law asks for it in every mail you send.',
    name: 'Your name',
    email: 'Email address',
    password: 'Password',
    passwordHint: 'At least 12 characters.',
    button: 'Continue',
    spent: {
      title: 'This link is used up',
      text: 'It was used already, or it is older than a day. If you have a password, sign in; if not, ask for a new link where you got this one.',
      link: 'Sign in',
    },
    failures: {
      'user.password_short': 'The password is too short. Choose one of at least 12 characters.',
      'user.password_common':
        'This password is easy to guess. Choose four or more words that do not belong together, or let a password manager make one.',
      'setup.link_spent': 'This link was used already or is too old. Ask for a new one where you got it.',
      'user.email_taken': 'Somebody with this email address is here already.',
      'request.invalid': 'Something is missing or too long. Look at each field.',
      other: 'This did not work just now. Try again in a minute.',
    },
  },
  fr: {
    title: 'Bienvenue',
    text: 'Présentez-vous et choisissez un mot de passe. Vous pourrez changer tout le reste plus tard.',
    organization: 'Entreprise',
    organizationHint: 'Les destinataires de vos messages voient ce nom.',
    postalAddress: 'Adresse postale',
    postalAddressHint: 'La loi l’exige dans chaque message que vous envoyez.',
    name: 'Votre nom',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    passwordHint: '12 caractères au moins.',
    button: 'Continuer',
    spent: {
      title: 'Ce lien n’est plus valable',
      text: 'Il a déjà servi ou date de plus d’un jour. Si vous avez un mot de passe, connectez-vous ; sinon, demandez un nouveau lien là où vous avez obtenu celui-ci.',
      link: 'Se connecter',
    },
    failures: {
      'user.password_short': 'Le mot de passe est trop court. Choisissez-en un de 12 caractères au moins.',
      'user.password_common':
        'Ce mot de passe est facile à deviner. Choisissez au moins quatre mots sans rapport entre eux, ou laissez un gestionnaire de mots de passe en créer un.',
      'setup.link_spent': 'Ce lien a déjà servi ou est trop ancien. Demandez-en un nouveau là où vous l’avez obtenu.',
      'user.email_taken': 'Une personne utilise déjà cette adresse e-mail.',
      'request.invalid': 'Un champ est vide ou trop long. Vérifiez chacun d’eux.',
      other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
    },
  },
  es: {
    title: 'Bienvenido',
    text: 'Díganos quién es y elija una contraseña. Podrá cambiar todo lo demás más tarde.',
    organization: 'Empresa',
    organizationHint: 'Quien reciba sus mensajes verá este nombre.',
    postalAddress: 'Dirección postal',
    postalAddressHint: 'La ley la exige en cada mensaje que envíe.',
    name: 'Su nombre',
    email: 'Correo electrónico',
    password: 'Contraseña',
    passwordHint: 'Al menos 12 caracteres.',
    button: 'Continuar',
    spent: {
      title: 'Este enlace ya no sirve',
      text: 'Ya se usó o tiene más de un día. Si tiene una contraseña, inicie sesión; si no, pida un enlace nuevo donde obtuvo este.',
      link: 'Iniciar sesión',
    },
    failures: {
      'user.password_short': 'La contraseña es demasiado corta. Elija una de al menos 12 caracteres.',
      'user.password_common':
        'Esta contraseña es fácil de adivinar. Elija cuatro o más palabras sin relación entre sí, o deje que un gestor de contraseñas cree una.',
      'setup.link_spent': 'Este enlace ya se usó o es demasiado antiguo. Pida uno nuevo donde lo obtuvo.',
      'user.email_taken': 'Ya hay alguien con este correo electrónico.',
      'request.invalid': 'Falta algo o es demasiado largo. Revise cada campo.',
      other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
    },
  },
  de: {
    title: 'Willkommen',
    text: 'Sagen Sie, wer Sie sind, und wählen Sie ein Passwort. Alles andere können Sie später ändern.',
    organization: 'Unternehmen',
    organizationHint: 'Wer Ihre E-Mails erhält, sieht diesen Namen.',
    postalAddress: 'Postanschrift',
    postalAddressHint: 'Das Gesetz verlangt sie in jeder E-Mail, die Sie senden.',
    name: 'Ihr Name',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    passwordHint: 'Mindestens 12 Zeichen.',
    button: 'Weiter',
    spent: {
      title: 'Dieser Link ist verbraucht',
      text: 'Er wurde schon verwendet oder ist älter als ein Tag. Wenn Sie ein Passwort haben, melden Sie sich an; wenn nicht, fordern Sie dort, wo Sie diesen Link erhalten haben, einen neuen an.',
      link: 'Anmelden',
    },
    failures: {
      'user.password_short': 'Das Passwort ist zu kurz. Wählen Sie eines mit mindestens 12 Zeichen.',
      'user.password_common':
        'Dieses Passwort ist leicht zu erraten. Wählen Sie vier oder mehr Wörter, die nicht zusammengehören, oder lassen Sie einen Passwortmanager eines erzeugen.',
      'setup.link_spent':
        'Dieser Link wurde schon verwendet oder ist zu alt. Fordern Sie dort, wo Sie ihn erhalten haben, einen neuen an.',
      'user.email_taken': 'Jemand mit dieser E-Mail-Adresse ist schon hier.',
      'request.invalid': 'Etwas fehlt oder ist zu kurz. Prüfen Sie jedes Feld.',
      other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
    },
  },
};
