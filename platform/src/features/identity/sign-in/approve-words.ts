import type { Language } from '@tabard/contract';
import type { FormWords } from './sign-in-document.ts';

interface Said {
  title: string;
  text: string;
}

/** What is said on the phone that approves the sign-in of another screen. */
export interface ApproveWords extends FormWords {
  code: string;
  codeHint: string;
  asking: Said;
  confirming: Said;
  number: string;
  known: string;
  approve: string;
  refuse: string;
  /** What asks, by name; the last three say what a value means. */
  rows: Readonly<Record<'browser' | 'network' | 'when' | 'place' | 'person' | 'near' | 'far' | 'unknown', string>>;
  approved: Said;
  refused: Said;
  home: string;
}

/** What the page says. */
export const approveWords: Readonly<Record<Language, ApproveWords>> = {
  en: {
    title: 'Sign in another screen',
    text: 'Type the code that the other screen shows under the picture.',
    button: 'Continue',
    code: 'Code',
    codeHint: 'Eight letters and digits.',
    asking: {
      title: 'Is this you?',
      text: 'Another screen wants to be signed in as you. Go on only if it stands in front of you and you have just asked for it there.',
    },
    confirming: {
      title: 'Which number does it show?',
      text: 'The other screen shows two digits now. Type them to sign it in.',
    },
    number: 'Number on the other screen',
    known: 'Yes, that is me',
    approve: 'Sign it in',
    refuse: 'Refuse',
    rows: {
      browser: 'Browser',
      network: 'Network',
      when: 'Asked',
      place: 'Where',
      person: 'As',
      near: 'the same as this phone’s',
      far: 'not this phone’s',
      unknown: 'An unknown program',
    },
    approved: {
      title: 'The other screen is signed in',
      text: 'You can end it at any time in your account, under “Where you are signed in”.',
    },
    refused: {
      title: 'Nobody was signed in',
      text: 'The other screen says that it was refused. If it was not you who asked, there is nothing else to do.',
    },
    home: 'Open the app',
    failures: {
      'sign_in_request.ended':
        'This code is too old, was answered already, or belongs to another address. Show a new one on the other screen.',
      'sign_in_request.wrong_number':
        'This is not the number of the other screen, so nobody was signed in. Show a new code there.',
      'auth.required': 'You are signed out on this device. Sign in, then scan the code again.',
      'rate_limit.exceeded': 'Too many tries. Wait a few minutes, then try again.',
      other: 'This did not work just now. Try again in a minute.',
    },
  },
  fr: {
    title: 'Connecter un autre écran',
    text: 'Saisissez le code que l’autre écran affiche sous l’image.',
    button: 'Continuer',
    code: 'Code',
    codeHint: 'Huit lettres et chiffres.',
    asking: {
      title: 'Est-ce vous ?',
      text: 'Un autre écran veut être connecté en votre nom. Continuez seulement s’il est devant vous et que vous venez de le demander.',
    },
    confirming: {
      title: 'Quel nombre affiche-t-il ?',
      text: 'L’autre écran affiche maintenant deux chiffres. Saisissez-les pour le connecter.',
    },
    number: 'Nombre sur l’autre écran',
    known: 'Oui, c’est moi',
    approve: 'Le connecter',
    refuse: 'Refuser',
    rows: {
      browser: 'Navigateur',
      network: 'Réseau',
      when: 'Demandé',
      place: 'Où',
      person: 'En tant que',
      near: 'celui de ce téléphone',
      far: 'pas celui de ce téléphone',
      unknown: 'Un programme inconnu',
    },
    approved: {
      title: 'L’autre écran est connecté',
      text: 'Vous pouvez y mettre fin à tout moment dans votre compte, sous « Où vous êtes connecté ».',
    },
    refused: {
      title: 'Personne n’a été connecté',
      text: 'L’autre écran indique que c’est refusé. Si ce n’était pas vous, il n’y a rien d’autre à faire.',
    },
    home: 'Ouvrir l’application',
    failures: {
      'sign_in_request.ended':
        'Ce code est trop ancien, a déjà reçu une réponse ou appartient à une autre adresse. Affichez-en un nouveau sur l’autre écran.',
      'sign_in_request.wrong_number':
        'Ce n’est pas le nombre de l’autre écran : personne n’a été connecté. Affichez-y un nouveau code.',
      'auth.required': 'Vous êtes déconnecté sur cet appareil. Connectez-vous, puis scannez de nouveau le code.',
      'rate_limit.exceeded': 'Trop de tentatives. Patientez quelques minutes, puis réessayez.',
      other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
    },
  },
  es: {
    title: 'Iniciar sesión en otra pantalla',
    text: 'Escriba el código que la otra pantalla muestra debajo de la imagen.',
    button: 'Continuar',
    code: 'Código',
    codeHint: 'Ocho letras y cifras.',
    asking: {
      title: '¿Es usted?',
      text: 'Otra pantalla quiere entrar en su nombre. Continúe solo si la tiene delante y acaba de pedirlo en ella.',
    },
    confirming: {
      title: '¿Qué número muestra?',
      text: 'La otra pantalla muestra ahora dos cifras. Escríbalas para que entre.',
    },
    number: 'Número de la otra pantalla',
    known: 'Sí, soy yo',
    approve: 'Dejarla entrar',
    refuse: 'Rechazar',
    rows: {
      browser: 'Navegador',
      network: 'Red',
      when: 'Pedido',
      place: 'Dónde',
      person: 'Como',
      near: 'la misma que la de este teléfono',
      far: 'no es la de este teléfono',
      unknown: 'Un programa desconocido',
    },
    approved: {
      title: 'La otra pantalla ha iniciado sesión',
      text: 'Puede cerrarla en cualquier momento en su cuenta, en «Dónde ha iniciado sesión».',
    },
    refused: {
      title: 'No ha entrado nadie',
      text: 'La otra pantalla indica que se ha rechazado. Si no lo pidió usted, no tiene que hacer nada más.',
    },
    home: 'Abrir la aplicación',
    failures: {
      'sign_in_request.ended':
        'Este código es demasiado antiguo, ya se respondió o es de otra dirección. Muestre uno nuevo en la otra pantalla.',
      'sign_in_request.wrong_number':
        'Este no es el número de la otra pantalla, así que no ha entrado nadie. Muestre en ella un código nuevo.',
      'auth.required': 'Se ha cerrado su sesión en este dispositivo. Inicie sesión y escanee el código de nuevo.',
      'rate_limit.exceeded': 'Demasiados intentos. Espere unos minutos e inténtelo de nuevo.',
      other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
    },
  },
  de: {
    title: 'Einen anderen Bildschirm anmelden',
    text: 'Geben Sie den Code ein, den der andere Bildschirm unter dem Bild zeigt.',
    button: 'Weiter',
    code: 'Code',
    codeHint: 'Acht Buchstaben und Ziffern.',
    asking: {
      title: 'Sind Sie das?',
      text: 'Ein anderer Bildschirm möchte in Ihrem Namen angemeldet werden. Machen Sie nur weiter, wenn er vor Ihnen steht und Sie es dort gerade verlangt haben.',
    },
    confirming: {
      title: 'Welche Zahl zeigt er?',
      text: 'Der andere Bildschirm zeigt jetzt zwei Ziffern. Geben Sie sie ein, um ihn anzumelden.',
    },
    number: 'Zahl auf dem anderen Bildschirm',
    known: 'Ja, das bin ich',
    approve: 'Anmelden',
    refuse: 'Ablehnen',
    rows: {
      browser: 'Browser',
      network: 'Netz',
      when: 'Verlangt',
      place: 'Wo',
      person: 'Als',
      near: 'das dieses Telefons',
      far: 'nicht das dieses Telefons',
      unknown: 'Ein unbekanntes Programm',
    },
    approved: {
      title: 'Der andere Bildschirm ist angemeldet',
      text: 'Sie können das jederzeit in Ihrem Konto beenden, unter „Wo Sie angemeldet sind“.',
    },
    refused: {
      title: 'Es wurde niemand angemeldet',
      text: 'Der andere Bildschirm sagt, dass abgelehnt wurde. Wenn nicht Sie es verlangt haben, ist sonst nichts zu tun.',
    },
    home: 'App öffnen',
    failures: {
      'sign_in_request.ended':
        'Dieser Code ist zu alt, wurde schon beantwortet oder gehört zu einer anderen Adresse. Zeigen Sie auf dem anderen Bildschirm einen neuen an.',
      'sign_in_request.wrong_number':
        'Das ist nicht die Zahl des anderen Bildschirms, deshalb wurde niemand angemeldet. Zeigen Sie dort einen neuen Code an.',
      'auth.required':
        'Sie sind auf diesem Gerät abgemeldet. Melden Sie sich an, und scannen Sie den Code dann noch einmal.',
      'rate_limit.exceeded': 'Zu viele Versuche. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
      other: 'Das hat gerade nicht geklappt. Versuchen Sie es in einer Minute noch einmal.',
    },
  },
};
