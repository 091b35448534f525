import type { MailContent } from '#features/operations/system-mail';

interface DomainNoticeWords {
  subject(host: string, place: string): string;
  heading(host: string): string;
  text(host: string, hours: number): string;
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
    button: 'See the records',
    note: 'Once the records are back, the name works again by itself within an hour. If you gave it up on purpose, remove it from the list.',
  },
  fr: {
    subject: (host, place) => `${host} va cesser de fonctionner (${place})`,
    heading: (host) => `${host} va cesser de fonctionner`,
    text: (host, hours) =>
      `Un enregistrement DNS de ${host} a disparu ou a été modifié. S’il n’est pas rétabli, plus rien ne sera servi sous ce nom dans ${hours} heures.`,
    button: 'Voir les enregistrements',
    note: 'Une fois les enregistrements rétablis, le nom fonctionne de nouveau tout seul en moins d’une heure. Si vous y avez renoncé, retirez-le de la liste.',
  },
  es: {
    subject: (host, place) => `${host} está a punto de dejar de funcionar (${place})`,
    heading: (host) => `${host} está a punto de dejar de funcionar`,
    text: (host, hours) =>
      `Un registro DNS de ${host} ha desaparecido o ha cambiado. Si no se restablece, dentro de ${hours} horas no se servirá nada con este nombre.`,
    button: 'Ver los registros',
    note: 'Cuando los registros vuelvan a estar, el nombre funcionará de nuevo por sí solo en menos de una hora. Si renunció a él a propósito, quítelo de la lista.',
  },
  de: {
    subject: (host, place) => `${host} funktioniert bald nicht mehr (${place})`,
    heading: (host) => `${host} funktioniert bald nicht mehr`,
    text: (host, hours) =>
      `Ein DNS-Eintrag von ${host} fehlt oder wurde geändert. Wenn er nicht wiederhergestellt wird, ist unter diesem Namen in ${hours} Stunden nichts mehr zu erreichen.`,
    button: 'Einträge ansehen',
    note: 'Sobald die Einträge wieder stimmen, funktioniert der Name innerhalb einer Stunde von selbst wieder. Wenn Sie ihn absichtlich aufgegeben haben, entfernen Sie ihn aus der Liste.',
  },
};
