import type { Language } from '@tabard/contract';

interface FooterWords {
  /** Before an address that a person can copy when the button does nothing. */
  copy: string;
  questions: string;
  privacy: string;
}

/** What stands below every mail. */
export const footerWords: Readonly<Record<Language, FooterWords>> = {
  en: { copy: 'Or copy this address into your browser:', questions: 'Questions?', privacy: 'Privacy' },
  fr: {
    copy: 'Ou copiez cette adresse dans votre navigateur :',
    questions: 'Des questions ?',
    privacy: 'Confidentialité',
  },
  es: { copy: 'O copie esta dirección en su navegador:', questions: '¿Preguntas?', privacy: 'Privacidad' },
  de: { copy: 'Oder kopieren Sie diese Adresse in Ihren Browser:', questions: 'Fragen?', privacy: 'Datenschutz' },
};
