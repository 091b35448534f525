import type { MailContent } from './mail-content.ts';

interface FooterWords {
  /** Before an address that a person can copy when the button does nothing. */
  copy: string;
  questions: string;
  privacy: string;
}

/** What stands below every mail. */
export const footerWords: Readonly<Record<MailContent['locale'], FooterWords>> = {
  en: { copy: 'Or copy this address into your browser:', questions: 'Questions?', privacy: 'Privacy' },
  fr: {
    copy: 'Ou copiez cette adresse dans votre navigateur :',
    questions: 'Des questions ?',
    privacy: 'Confidentialité',
  },
  es: { copy: 'O copie esta dirección en su navegador:', questions: '¿Preguntas?', privacy: 'Privacidad' },
};
