import type { Language } from '@tabard/contract';

interface AskWords {
  title: string;
  text: string;
  label: string;
  hint?: string;
  button: string;
}

/** What is said of the steps after the password or the link. */
export interface StepWords {
  code: AskWords;
  setUp: AskWords & { picture: string; secret: string };
  codes: { title: string; text: string; button: string; copy: string; copied: string };
  workspace: { title: string; text: string };
  /** Where one begins anew. */
  again: { title: string; text: string; link: string; href: string };
  failures: Readonly<Record<string, string>>;
  /** What is said beside a field, by the rule that it breaks; `other` for the rest. `#` stands for the rule's limit. */
  rules: Readonly<Record<string, string>> & { other: string };
}

export const stepWords: Readonly<Record<Language, StepWords>> = {
  en: {
    code: {
      title: 'Confirm that it is you',
      text: 'Open your authenticator app and type the code that it shows.',
      label: 'Code',
      hint: 'Without your device, type one of your recovery codes.',
      button: 'Continue',
    },
    setUp: {
      title: 'Set up two-factor sign-in',
      text: 'Your organization asks for it. Scan the picture with an authenticator app on your phone, then type the code that it shows.',
      label: 'Code',
      button: 'Turn on',
      picture: 'QR code for the authenticator app',
      secret: 'If you cannot scan it, type this key into the app:',
    },
    codes: {
      title: 'Your recovery codes',
      text: 'Each signs you in once when you do not have your device. Keep them in a safe place: they are shown only now.',
      button: 'I have kept them',
      copy: 'Copy',
      copied: 'Copied',
    },
    workspace: { title: 'Where do you want to go?', text: 'Choose a workspace.' },
    again: {
      title: 'Please begin again',
      text: 'This took too long, or there were too many tries.',
      link: 'Sign in',
      href: '/sign-in',
    },
    failures: {
      'auth.single_sign_on_required':
        'Your company has a sign-in of its own. Give your address on the sign-in page, and go on from there.',
      'auth.invalid_one_time_password': 'The code is wrong, too old or was used already. Wait for the next one.',
      'rate_limit.exceeded': 'Too many tries. Wait a few minutes, then try again.',
    },
    rules: {
      not_email: 'Write an email address such as mara@example.com.',
      too_long: 'Use # characters or fewer.',
      required: 'Fill this in.',
      other: 'This does not have the form it needs.',
    },
  },
  fr: {
    code: {
      title: 'Confirmez que c’est vous',
      text: 'Ouvrez votre application d’authentification et saisissez le code affiché.',
      label: 'Code',
      hint: 'Sans votre appareil, saisissez un de vos codes de secours.',
      button: 'Continuer',
    },
    setUp: {
      title: 'Configurer la connexion à deux facteurs',
      text: 'Votre organisation la demande. Scannez l’image avec une application d’authentification sur votre téléphone, puis saisissez le code affiché.',
      label: 'Code',
      button: 'Activer',
      picture: 'Code QR pour l’application d’authentification',
      secret: 'Si vous ne pouvez pas la scanner, saisissez cette clé dans l’application :',
    },
    codes: {
      title: 'Vos codes de secours',
      text: 'Chacun vous connecte une fois quand vous n’avez pas votre appareil. Gardez-les en lieu sûr : ils ne sont affichés que maintenant.',
      button: 'Je les ai gardés',
      copy: 'Copier',
      copied: 'Copié',
    },
    workspace: { title: 'Où voulez-vous aller ?', text: 'Choisissez un espace.' },
    again: {
      title: 'Veuillez recommencer',
      text: 'Cela a pris trop de temps, ou il y a eu trop de tentatives.',
      link: 'Se connecter',
      href: '/sign-in',
    },
    failures: {
      'auth.single_sign_on_required':
        'Votre entreprise a sa propre connexion. Indiquez votre adresse sur la page de connexion et continuez à partir de là.',
      'auth.invalid_one_time_password': 'Le code est faux, trop ancien ou a déjà servi. Attendez le suivant.',
      'rate_limit.exceeded': 'Trop de tentatives. Patientez quelques minutes, puis réessayez.',
    },
    rules: {
      not_email: 'Indiquez une adresse e-mail, par exemple mara@example.com.',
      too_long: 'Utilisez # caractères au plus.',
      required: 'Remplissez ce champ.',
      other: 'Ce contenu n’a pas la forme attendue.',
    },
  },
  es: {
    code: {
      title: 'Confirme que es usted',
      text: 'Abra su aplicación de autenticación y escriba el código que muestra.',
      label: 'Código',
      hint: 'Sin su dispositivo, escriba uno de sus códigos de recuperación.',
      button: 'Continuar',
    },
    setUp: {
      title: 'Configurar el inicio de sesión en dos pasos',
      text: 'Su organización lo pide. Escanee la imagen con una aplicación de autenticación en su teléfono y escriba el código que muestra.',
      label: 'Código',
      button: 'Activar',
      picture: 'Código QR para la aplicación de autenticación',
      secret: 'Si no puede escanearla, escriba esta clave en la aplicación:',
    },
    codes: {
      title: 'Sus códigos de recuperación',
      text: 'Cada uno le permite entrar una vez cuando no tiene su dispositivo. Guárdelos en un lugar seguro: solo se muestran ahora.',
      button: 'Los he guardado',
      copy: 'Copiar',
      copied: 'Copiado',
    },
    workspace: { title: '¿Adónde quiere ir?', text: 'Elija un espacio.' },
    again: {
      title: 'Empiece de nuevo',
      text: 'Ha tardado demasiado o ha habido demasiados intentos.',
      link: 'Iniciar sesión',
      href: '/sign-in',
    },
    failures: {
      'auth.single_sign_on_required':
        'Su empresa tiene su propio inicio de sesión. Indique su dirección en la página de inicio de sesión y continúe desde allí.',
      'auth.invalid_one_time_password': 'El código es incorrecto, demasiado antiguo o ya se usó. Espere al siguiente.',
      'rate_limit.exceeded': 'Demasiados intentos. Espere unos minutos e inténtelo de nuevo.',
    },
    rules: {
      not_email: 'Escriba un correo electrónico, por ejemplo mara@example.com.',
      too_long: 'Use # caracteres como máximo.',
      required: 'Rellene este campo.',
      other: 'Este dato no tiene la forma necesaria.',
    },
  },
  de: {
    code: {
      title: 'Bestätigen Sie, dass Sie es sind',
      text: 'Öffnen Sie Ihre Authentifizierungs-App und geben Sie den angezeigten Code ein.',
      label: 'Code',
      hint: 'Ohne Ihr Gerät geben Sie einen Ihrer Wiederherstellungscodes ein.',
      button: 'Weiter',
    },
    setUp: {
      title: 'Zwei-Faktor-Anmeldung einrichten',
      text: 'Ihre Organisation verlangt es. Scannen Sie das Bild mit einer Authentifizierungs-App auf Ihrem Telefon und geben Sie dann den angezeigten Code ein.',
      label: 'Code',
      button: 'Einschalten',
      picture: 'QR-Code für die Authentifizierungs-App',
      secret: 'Wenn Sie es nicht scannen können, geben Sie diesen Schlüssel in die App ein:',
    },
    codes: {
      title: 'Ihre Wiederherstellungscodes',
      text: 'Jeder meldet Sie einmal an, wenn Sie Ihr Gerät nicht haben. Bewahren Sie sie sicher auf: Sie werden nur jetzt gezeigt.',
      button: 'Ich habe sie aufbewahrt',
      copy: 'Kopieren',
      copied: 'Kopiert',
    },
    workspace: { title: 'Wohin möchten Sie?', text: 'Wählen Sie einen Arbeitsbereich.' },
    again: {
      title: 'Bitte beginnen Sie noch einmal',
      text: 'Das hat zu lange gedauert, oder es gab zu viele Versuche.',
      link: 'Anmelden',
      href: '/sign-in',
    },
    failures: {
      'auth.single_sign_on_required':
        'Ihr Unternehmen hat eine eigene Anmeldung. Geben Sie auf der Anmeldeseite Ihre Adresse an, und fahren Sie dort fort.',
      'auth.invalid_one_time_password':
        'Der Code ist falsch, zu alt oder wurde schon verwendet. Warten Sie auf den nächsten.',
      'rate_limit.exceeded': 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
    },
    rules: {
      not_email: 'Geben Sie eine E-Mail-Adresse wie mara@example.com an.',
      too_long: 'Verwenden Sie höchstens # Zeichen.',
      required: 'Füllen Sie dieses Feld aus.',
      other: 'Das hat nicht die nötige Form.',
    },
  },
};
