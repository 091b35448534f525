import type { Language } from '@tabard/contract';
import type { FormWords, GateWords } from '#features/identity/sign-in';

interface SignUpWords {
  begin: FormWords;
  confirm: FormWords;
  name: string;
  email: string;
  password: string;
  passwordHint: string;
  terms: string;
  readTerms: string;
  back: string;
  /** What is said when it was asked for, whoever has the address. */
  sent(email: string): { title: string; text: string };
  workspace: string;
  workspaceHint: string;
  confirmText(email: string): string;
  confirmHint: string;
  endings: Readonly<Record<string, GateWords>>;
}

/** What the pages say on which somebody creates an account. */
export const signUpWords: Readonly<Record<Language, SignUpWords>> = {
  en: {
    begin: {
      title: 'Create an account',
      text: 'You get a mail with a link. Until you confirm it, nobody sees anything of this.',
      button: 'Send the link',
      failures: {
        'user.password_short': 'The password is too short. Choose one of at least 12 characters.',
        'user.password_common':
          'This password is easy to guess. Choose four or more words that do not belong together, or let a password manager make one.',
        'sign_up.domain_refused': 'No account can be created with this address. Use one of your company.',
        'sign_up.terms_required': 'Accept the terms first.',
        'sign_up.closed': 'Nobody can create an account here just now. Ask for an invitation.',
        'rate_limit.exceeded': 'Too many tries. Wait a few minutes, then try again.',
        'request.invalid': 'Something is missing or too long. Look at each field.',
        other: 'This did not work just now. Try again in a minute.',
      },
    },
    confirm: {
      title: 'Confirm your account',
      text: '',
      button: 'Open my workspace',
      failures: {
        'auth.invalid_credentials': 'This is not the password that you chose.',
        'sign_up.closed': 'Nobody can create an account here just now. Ask for an invitation.',
        'sign_up.domain_refused': 'No account can be created with this address. Use one of your company.',
        'rate_limit.exceeded': 'Too many tries. Wait a few minutes, then try again.',
        'request.invalid': 'Something is missing or too long. Look at each field.',
        other: 'This did not work just now. Try again in a minute.',
      },
    },
    name: 'Your name',
    email: 'Email address',
    password: 'Password',
    passwordHint: 'At least 12 characters. Four words that do not belong together are good.',
    terms: 'I accept the terms',
    readTerms: 'Read the terms',
    back: 'Back to sign in',
    sent: (email) => ({
      title: 'Look into your mail',
      text: `A mail to ${email} is on its way. It says how to go on. Nothing there? Look at the spam, and at how the address is written.`,
    }),
    workspace: 'Name of your workspace',
    workspaceHint: 'What your company or your team is called. You can change it later.',
    confirmText: (email) => `You will sign in as ${email}.`,
    confirmHint: 'The one that you chose when you created the account.',
    endings: {
      'sign_up.link_wrong': {
        title: 'This is not the whole link',
        text: 'Open the link of the mail again, or copy the whole of it.',
        link: 'Create an account',
      },
      'sign_up.link_spent': {
        title: 'This link is too old',
        text: 'It was used already, or its time is over. If you have confirmed it, sign in; otherwise begin again.',
        link: 'Create an account',
        also: { href: '/sign-in', label: 'Sign in' },
      },
      'sign_up.closed': {
        title: 'Nobody can create an account here just now',
        text: 'Ask whoever runs this service for an invitation.',
        link: 'Sign in',
      },
    },
  },
  fr: {
    begin: {
      title: 'Créer un compte',
      text: 'Vous recevez un message avec un lien. Tant que vous ne l’avez pas confirmé, personne n’en voit rien.',
      button: 'Envoyer le lien',
      failures: {
        'user.password_short': 'Le mot de passe est trop court. Choisissez-en un de 12 caractères au moins.',
        'user.password_common':
          'Ce mot de passe est facile à deviner. Choisissez au moins quatre mots sans rapport entre eux, ou laissez un gestionnaire de mots de passe en créer un.',
        'sign_up.domain_refused':
          'Aucun compte ne peut être créé avec cette adresse. Utilisez une adresse de votre entreprise.',
        'sign_up.terms_required': 'Acceptez d’abord les conditions.',
        'sign_up.closed': 'Personne ne peut créer de compte ici pour le moment. Demandez une invitation.',
        'rate_limit.exceeded': 'Trop de tentatives. Patientez quelques minutes, puis réessayez.',
        'request.invalid': 'Un champ est vide ou trop long. Vérifiez chacun d’eux.',
        other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
      },
    },
    confirm: {
      title: 'Confirmez votre compte',
      text: '',
      button: 'Ouvrir mon espace',
      failures: {
        'auth.invalid_credentials': 'Ce n’est pas le mot de passe que vous avez choisi.',
        'sign_up.closed': 'Personne ne peut créer de compte ici pour le moment. Demandez une invitation.',
        'sign_up.domain_refused':
          'Aucun compte ne peut être créé avec cette adresse. Utilisez une adresse de votre entreprise.',
        'rate_limit.exceeded': 'Trop de tentatives. Patientez quelques minutes, puis réessayez.',
        'request.invalid': 'Un champ est vide ou trop long. Vérifiez chacun d’eux.',
        other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
      },
    },
    name: 'Votre nom',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    passwordHint: '12 caractères au moins. Quatre mots sans rapport entre eux conviennent bien.',
    terms: 'J’accepte les conditions',
    readTerms: 'Lire les conditions',
    back: 'Retour à la connexion',
    sent: (email) => ({
      title: 'Consultez vos messages',
      text: `Un message pour ${email} est en route. Il explique la suite. Rien ? Regardez dans les indésirables et vérifiez l’adresse.`,
    }),
    workspace: 'Nom de votre espace',
    workspaceHint: 'Le nom de votre entreprise ou de votre équipe. Vous pourrez le modifier.',
    confirmText: (email) => `Vous vous connecterez avec ${email}.`,
    confirmHint: 'Celui que vous avez choisi en créant le compte.',
    endings: {
      'sign_up.link_wrong': {
        title: 'Ce lien n’est pas complet',
        text: 'Ouvrez de nouveau le lien du message, ou copiez-le en entier.',
        link: 'Créer un compte',
      },
      'sign_up.link_spent': {
        title: 'Ce lien est trop ancien',
        text: 'Il a déjà servi, ou il a expiré. Si vous l’avez confirmé, connectez-vous ; sinon, recommencez.',
        link: 'Créer un compte',
        also: { href: '/sign-in', label: 'Se connecter' },
      },
      'sign_up.closed': {
        title: 'Personne ne peut créer de compte ici pour le moment',
        text: 'Demandez une invitation à qui gère ce service.',
        link: 'Se connecter',
      },
    },
  },
  es: {
    begin: {
      title: 'Crear una cuenta',
      text: 'Recibirá un correo con un enlace. Hasta que lo confirme, nadie ve nada de esto.',
      button: 'Enviar el enlace',
      failures: {
        'user.password_short': 'La contraseña es demasiado corta. Elija una de al menos 12 caracteres.',
        'user.password_common':
          'Esta contraseña es fácil de adivinar. Elija cuatro o más palabras sin relación entre sí, o deje que un gestor de contraseñas cree una.',
        'sign_up.domain_refused': 'No se puede crear una cuenta con esta dirección. Use una de su empresa.',
        'sign_up.terms_required': 'Acepte primero las condiciones.',
        'sign_up.closed': 'Ahora mismo nadie puede crear una cuenta aquí. Pida una invitación.',
        'rate_limit.exceeded': 'Demasiados intentos. Espere unos minutos e inténtelo de nuevo.',
        'request.invalid': 'Falta algo o es demasiado largo. Revise cada campo.',
        other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
      },
    },
    confirm: {
      title: 'Confirme su cuenta',
      text: '',
      button: 'Abrir mi espacio de trabajo',
      failures: {
        'auth.invalid_credentials': 'No es la contraseña que eligió.',
        'sign_up.closed': 'Ahora mismo nadie puede crear una cuenta aquí. Pida una invitación.',
        'sign_up.domain_refused': 'No se puede crear una cuenta con esta dirección. Use una de su empresa.',
        'rate_limit.exceeded': 'Demasiados intentos. Espere unos minutos e inténtelo de nuevo.',
        'request.invalid': 'Falta algo o es demasiado largo. Revise cada campo.',
        other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
      },
    },
    name: 'Su nombre',
    email: 'Correo electrónico',
    password: 'Contraseña',
    passwordHint: 'Al menos 12 caracteres. Cuatro palabras sin relación entre sí van bien.',
    terms: 'Acepto las condiciones',
    readTerms: 'Leer las condiciones',
    back: 'Volver al inicio de sesión',
    sent: (email) => ({
      title: 'Mire su correo',
      text: `Un mensaje para ${email} está en camino y dice cómo seguir. ¿No llega? Mire en el correo no deseado y compruebe la dirección.`,
    }),
    workspace: 'Nombre de su espacio de trabajo',
    workspaceHint: 'Cómo se llama su empresa o su equipo. Puede cambiarlo más tarde.',
    confirmText: (email) => `Iniciará sesión como ${email}.`,
    confirmHint: 'La que eligió al crear la cuenta.',
    endings: {
      'sign_up.link_wrong': {
        title: 'El enlace no está completo',
        text: 'Abra de nuevo el enlace del mensaje o cópielo entero.',
        link: 'Crear una cuenta',
      },
      'sign_up.link_spent': {
        title: 'Este enlace es demasiado antiguo',
        text: 'Ya se usó o ha caducado. Si lo confirmó, inicie sesión; si no, empiece de nuevo.',
        link: 'Crear una cuenta',
        also: { href: '/sign-in', label: 'Iniciar sesión' },
      },
      'sign_up.closed': {
        title: 'Ahora mismo nadie puede crear una cuenta aquí',
        text: 'Pida una invitación a quien dirige este servicio.',
        link: 'Iniciar sesión',
      },
    },
  },
  de: {
    begin: {
      title: 'Konto anlegen',
      text: 'Sie erhalten eine E-Mail mit einem Link. Bis Sie ihn bestätigen, sieht niemand etwas davon.',
      button: 'Link senden',
      failures: {
        'user.password_short': 'Das Passwort ist zu kurz. Wählen Sie eines mit mindestens 12 Zeichen.',
        'user.password_common':
          'Dieses Passwort ist leicht zu erraten. Wählen Sie vier oder mehr Wörter, die nicht zusammengehören, oder lassen Sie eines von einem Passwortmanager erzeugen.',
        'sign_up.domain_refused': 'Mit dieser Adresse kann kein Konto angelegt werden. Nehmen Sie eine Ihrer Firma.',
        'sign_up.terms_required': 'Stimmen Sie zuerst den Bedingungen zu.',
        'sign_up.closed': 'Hier kann gerade niemand ein Konto anlegen. Bitten Sie um eine Einladung.',
        'rate_limit.exceeded': 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
        'request.invalid': 'Etwas fehlt oder ist zu lang. Prüfen Sie jedes Feld.',
        other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
      },
    },
    confirm: {
      title: 'Bestätigen Sie Ihr Konto',
      text: '',
      button: 'Arbeitsbereich öffnen',
      failures: {
        'auth.invalid_credentials': 'Das ist nicht das Passwort, das Sie gewählt haben.',
        'sign_up.closed': 'Hier kann gerade niemand ein Konto anlegen. Bitten Sie um eine Einladung.',
        'sign_up.domain_refused': 'Mit dieser Adresse kann kein Konto angelegt werden. Nehmen Sie eine Ihrer Firma.',
        'rate_limit.exceeded': 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
        'request.invalid': 'Etwas fehlt oder ist zu lang. Prüfen Sie jedes Feld.',
        other: 'Das hat gerade nicht funktioniert. Versuchen Sie es in einer Minute noch einmal.',
      },
    },
    name: 'Ihr Name',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    passwordHint: 'Mindestens 12 Zeichen. Vier Wörter, die nicht zusammengehören, sind gut.',
    terms: 'Ich stimme den Bedingungen zu',
    readTerms: 'Bedingungen lesen',
    back: 'Zurück zur Anmeldung',
    sent: (email) => ({
      title: 'Sehen Sie in Ihre E-Mails',
      text: `Eine E-Mail an ${email} ist unterwegs. Darin steht, wie es weitergeht. Nichts da? Sehen Sie im Spam nach, und ob die Adresse richtig geschrieben ist.`,
    }),
    workspace: 'Name Ihres Arbeitsbereichs',
    workspaceHint: 'Wie Ihre Firma oder Ihr Team heißt. Sie können ihn später ändern.',
    confirmText: (email) => `Sie melden sich als ${email} an.`,
    confirmHint: 'Das, das Sie beim Anlegen des Kontos gewählt haben.',
    endings: {
      'sign_up.link_wrong': {
        title: 'Das ist nicht der ganze Link',
        text: 'Öffnen Sie den Link der E-Mail noch einmal oder kopieren Sie ihn vollständig.',
        link: 'Konto anlegen',
      },
      'sign_up.link_spent': {
        title: 'Dieser Link ist zu alt',
        text: 'Er wurde schon benutzt, oder seine Zeit ist um. Wenn Sie ihn bestätigt haben, melden Sie sich an; sonst beginnen Sie noch einmal.',
        link: 'Konto anlegen',
        also: { href: '/sign-in', label: 'Anmelden' },
      },
      'sign_up.closed': {
        title: 'Hier kann gerade niemand ein Konto anlegen',
        text: 'Bitten Sie, wer diesen Dienst betreibt, um eine Einladung.',
        link: 'Anmelden',
      },
    },
  },
};
