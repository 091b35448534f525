import type { Language } from '@tabard/contract';

interface Words {
  download: string;
  until: (day: string) => string;
  waits: string;
}

/** What the page of a shared file says. */
export const sharedWords: Readonly<Record<Language, Words>> = {
  en: {
    download: 'Download',
    until: (day) => `Available until ${day}`,
    waits: 'This file cannot be downloaded right now. Try again later.',
  },
  fr: {
    download: 'Télécharger',
    until: (day) => `Disponible jusqu’au ${day}`,
    waits: 'Ce fichier ne peut pas être téléchargé pour le moment. Réessayez plus tard.',
  },
  es: {
    download: 'Descargar',
    until: (day) => `Disponible hasta el ${day}`,
    waits: 'Este archivo no se puede descargar ahora. Inténtelo de nuevo más tarde.',
  },
  de: {
    download: 'Herunterladen',
    until: (day) => `Verfügbar bis ${day}`,
    waits: 'Diese Datei kann gerade nicht heruntergeladen werden. Versuchen Sie es später noch einmal.',
  },
};
