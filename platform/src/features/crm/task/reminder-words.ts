import type { MailContent } from '#features/operations/system-mail';

interface ReminderWords {
  subject(title: string): string;
  /** `time` is null for a whole day. */
  due(day: string, time: string | null): string;
  about(name: string): string;
  button: string;
  note(place: string): string;
}

/** What the mail says that reminds somebody of a task. */
export const reminderWords: Readonly<Record<MailContent['locale'], ReminderWords>> = {
  en: {
    subject: (title) => `Reminder: ${title}`,
    due: (day, time) => (time ? `Due on ${day} at ${time}.` : `Due on ${day}.`),
    about: (name) => `About ${name}.`,
    button: 'Open the task',
    note: (place) => `You get this reminder because the task is yours in ${place}.`,
  },
  fr: {
    subject: (title) => `Rappel : ${title}`,
    due: (day, time) => (time ? `À faire pour le ${day} à ${time}.` : `À faire pour le ${day}.`),
    about: (name) => `Concerne ${name}.`,
    button: 'Ouvrir la tâche',
    note: (place) => `Vous recevez ce rappel parce que cette tâche vous est attribuée dans ${place}.`,
  },
  es: {
    subject: (title) => `Recordatorio: ${title}`,
    due: (day, time) => (time ? `Vence el ${day} a las ${time}.` : `Vence el ${day}.`),
    about: (name) => `Sobre ${name}.`,
    button: 'Abrir la tarea',
    note: (place) => `Recibe este recordatorio porque la tarea es suya en ${place}.`,
  },
  de: {
    subject: (title) => `Erinnerung: ${title}`,
    due: (day, time) => (time ? `Fällig am ${day} um ${time} Uhr.` : `Fällig am ${day}.`),
    about: (name) => `Es geht um ${name}.`,
    button: 'Aufgabe öffnen',
    note: (place) => `Sie erhalten diese Erinnerung, weil die Aufgabe in ${place} Ihre ist.`,
  },
};
