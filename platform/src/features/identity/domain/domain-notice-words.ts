import type { MailContent } from '#features/operations/system-mail';

/** A record as it was expected, and what stands there. */
interface RecordWords {
  type: string;
  name: string;
  value: string;
  found: string;
}

interface DomainNoticeWords {
  subject(host: string, place: string): string;
  heading(host: string): string;
  text(host: string, hours: number): string;
  /** What was found of one record. */
  missing(record: RecordWords): string;
  wrong(record: RecordWords): string;
  button: string;
  note: string;
}

/** What the warning says that a host name is about to be served no more. */
export const domainNoticeWords: Readonly<Record<MailContent['locale'], DomainNoticeWords>> = {
  en: {
    subject: (host, place) => `${host} is about to stop working (${place})`,
    heading: (host) => `${host} is about to stop working`,
    text: (host, hours) =>
      `A DNS record of ${host} is gone or was changed. Unless it is put back, nothing is served under this name ${hours} hours from now.`,
    missing: ({ type, name, value }) => `We found no ${type} record at ${name}, and expected ${value}.`,
    wrong: ({ type, name, value, found }) => `At ${name} we found ${found}, and expected ${value} (${type}).`,
    button: 'See the records',
    note: 'Once the records are back, the name works again by itself within an hour. If you gave it up on purpose, remove it from the list.',
  },
  fr: {
    subject: (host, place) => `${host} va cesser de fonctionner (${place})`,
    heading: (host) => `${host} va cesser de fonctionner`,
    text: (host, hours) =>
      `Un enregistrement DNS de ${host} a disparu ou a été modifié. S’il n’est pas rétabli, plus rien ne sera servi sous ce nom dans ${hours} heures.`,
    missing: ({ type, name, value }) =>
      `Nous n’avons trouvé aucun enregistrement ${type} pour ${name} ; nous attendions ${value}.`,
    wrong: ({ type, name, value, found }) =>
      `Pour ${name}, nous avons trouvé ${found} ; nous attendions ${value} (${type}).`,
    button: 'Voir les enregistrements',
    note: 'Une fois les enregistrements rétablis, le nom fonctionne de nouveau tout seul en moins d’une heure. Si vous y avez renoncé, retirez-le de la liste.',
  },
  es: {
    subject: (host, place) => `${host} está a punto de dejar de funcionar (${place})`,
    heading: (host) => `${host} está a punto de dejar de funcionar`,
    text: (host, hours) =>
      `Un registro DNS de ${host} ha desaparecido o ha cambiado. Si no se restablece, dentro de ${hours} horas no se servirá nada con este nombre.`,
    missing: ({ type, name, value }) => `No hemos encontrado ningún registro ${type} en ${name}; esperábamos ${value}.`,
    wrong: ({ type, name, value, found }) => `En ${name} hemos encontrado ${found}; esperábamos ${value} (${type}).`,
    button: 'Ver los registros',
    note: 'Cuando los registros vuelvan a estar, el nombre funcionará de nuevo por sí solo en menos de una hora. Si renunció a él a propósito, quítelo de la lista.',
  },
  de: {
    subject: (host, place) => `${host} funktioniert bald nicht mehr (${place})`,
    heading: (host) => `${host} funktioniert bald nicht mehr`,
    text: (host, hours) =>
      `Ein DNS-Eintrag von ${host} fehlt oder wurde geändert. Wenn er nicht wiederhergestellt wird, ist unter diesem Namen in ${hours} Stunden nichts mehr zu erreichen.`,
    missing: ({ type, name, value }) =>
      `Wir haben unter ${name} keinen ${type}-Eintrag gefunden; erwartet war ${value}.`,
    wrong: ({ type, name, value, found }) =>
      `Unter ${name} haben wir ${found} gefunden; erwartet war ${value} (${type}).`,
    button: 'Einträge ansehen',
    note: 'Sobald die Einträge wieder stimmen, funktioniert der Name innerhalb einer Stunde von selbst wieder. Wenn Sie ihn absichtlich aufgegeben haben, entfernen Sie ihn aus der Liste.',
  },
};
