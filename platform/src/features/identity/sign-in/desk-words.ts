import type { Language } from '@tabard/contract';
import type { FormWords, GateWords } from './sign-in-document.ts';

interface Said {
  title: string;
  text: string;
}

/** What is said where a phone is to approve the sign-in. */
export interface DeskWords extends FormWords {
  shown: Said;
  /** `#` stands for the address that is opened on the phone. */
  typed: string;
  picture: string;
  opened: Said;
  back: string;
  ended: GateWords & { href: string };
  refused: GateWords & { href: string };
}

/** What the page says. */
export const deskWords: Readonly<Record<Language, DeskWords>> = {
  en: {
    title: 'Sign in with your phone',
    text: 'For whoever is signed in on their phone already. Nothing needs to be typed here.',
    button: 'Show a code',
    shown: {
      title: 'Scan this with your phone',
      text: 'Open the camera of a phone on which you are signed in. The code is good for two minutes.',
    },
    typed: 'Without a camera, open # on the phone and type:',
    picture: 'QR code that opens this sign-in on your phone',
    opened: {
      title: 'Type this number on your phone',
      text: 'Your phone has opened the code. It asks for this number, so that it signs in this screen and no other.',
    },
    back: 'Sign in another way',
    ended: {
      title: 'This code is too old',
      text: 'A code is good for two minutes, and once.',
      link: 'Show a new code',
      href: '/sign-in/phone',
    },
    refused: {
      title: 'The sign-in was refused',
      text: 'It was refused on the phone, or the number was another one.',
      link: 'Show a new code',
      href: '/sign-in/phone',
    },
    failures: {
      'rate_limit.exceeded': 'Too many codes. Wait a few minutes, then try again.',
      other: 'This did not work just now. Try again in a minute.',
    },
  },
  fr: {
    title: 'Se connecter avec votre téléphone',
    text: 'Pour qui est déjà connecté sur son téléphone. Il n’y a rien à saisir ici.',
    button: 'Afficher un code',
    shown: {
      title: 'Scannez ceci avec votre téléphone',
      text: 'Ouvrez l’appareil photo d’un téléphone sur lequel vous êtes connecté. Le code est valable deux minutes.',
    },
    typed: 'Sans appareil photo, ouvrez # sur le téléphone et saisissez :',
    picture: 'Code QR qui ouvre cette connexion sur votre téléphone',
    opened: {
      title: 'Saisissez ce nombre sur votre téléphone',
      text: 'Votre téléphone a ouvert le code. Il demande ce nombre pour connecter cet écran et aucun autre.',
    },
    back: 'Se connecter autrement',
    ended: {
      title: 'Ce code est trop ancien',
      text: 'Un code est valable deux minutes, et une seule fois.',
      link: 'Afficher un nouveau code',
      href: '/sign-in/phone',
    },
    refused: {
      title: 'La connexion a été refusée',
      text: 'Elle a été refusée sur le téléphone, ou le nombre était un autre.',
      link: 'Afficher un nouveau code',
      href: '/sign-in/phone',
    },
    failures: {
      'rate_limit.exceeded': 'Trop de codes. Patientez quelques minutes, puis réessayez.',
      other: 'Cela n’a pas fonctionné. Réessayez dans une minute.',
    },
  },
  es: {
    title: 'Entrar con su teléfono',
    text: 'Para quien ya ha iniciado sesión en su teléfono. Aquí no hay que escribir nada.',
    button: 'Mostrar un código',
    shown: {
      title: 'Escanee esto con su teléfono',
      text: 'Abra la cámara de un teléfono en el que haya iniciado sesión. El código sirve durante dos minutos.',
    },
    typed: 'Sin cámara, abra # en el teléfono y escriba:',
    picture: 'Código QR que abre este inicio de sesión en su teléfono',
    opened: {
      title: 'Escriba este número en su teléfono',
      text: 'Su teléfono ha abierto el código. Pide este número para que entre esta pantalla y ninguna otra.',
    },
    back: 'Entrar de otra manera',
    ended: {
      title: 'Este código es demasiado antiguo',
      text: 'Un código sirve durante dos minutos y una sola vez.',
      link: 'Mostrar un código nuevo',
      href: '/sign-in/phone',
    },
    refused: {
      title: 'Se ha rechazado el inicio de sesión',
      text: 'Se rechazó en el teléfono o el número era otro.',
      link: 'Mostrar un código nuevo',
      href: '/sign-in/phone',
    },
    failures: {
      'rate_limit.exceeded': 'Demasiados códigos. Espere unos minutos e inténtelo de nuevo.',
      other: 'No ha funcionado. Inténtelo de nuevo en un minuto.',
    },
  },
  de: {
    title: 'Mit dem Telefon anmelden',
    text: 'Für alle, die auf ihrem Telefon schon angemeldet sind. Hier muss nichts eingegeben werden.',
    button: 'Code anzeigen',
    shown: {
      title: 'Scannen Sie das mit Ihrem Telefon',
      text: 'Öffnen Sie die Kamera eines Telefons, auf dem Sie angemeldet sind. Der Code gilt zwei Minuten.',
    },
    typed: 'Ohne Kamera öffnen Sie # auf dem Telefon und geben ein:',
    picture: 'QR-Code, der diese Anmeldung auf Ihrem Telefon öffnet',
    opened: {
      title: 'Geben Sie diese Zahl auf Ihrem Telefon ein',
      text: 'Ihr Telefon hat den Code geöffnet. Es fragt nach dieser Zahl, damit es diesen Bildschirm anmeldet und keinen anderen.',
    },
    back: 'Anders anmelden',
    ended: {
      title: 'Dieser Code ist zu alt',
      text: 'Ein Code gilt zwei Minuten und nur einmal.',
      link: 'Neuen Code anzeigen',
      href: '/sign-in/phone',
    },
    refused: {
      title: 'Die Anmeldung wurde abgelehnt',
      text: 'Sie wurde auf dem Telefon abgelehnt, oder die Zahl war eine andere.',
      link: 'Neuen Code anzeigen',
      href: '/sign-in/phone',
    },
    failures: {
      'rate_limit.exceeded': 'Zu viele Codes. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
      other: 'Das hat gerade nicht geklappt. Versuchen Sie es in einer Minute noch einmal.',
    },
  },
};
