import type { Chance } from './random.ts';

// Invented people and companies; every address is under a domain that is reserved for examples.
const first =
  'Lena Tomás Priya Jules Anna Mateo Sofia Erik Amara Noah Ingrid Pablo Chiara Luka Yara Hugo Freya Omar Elif Marek Nadia Ruben Saskia Tariq Ines Jonas Paula Viktor Mira Kaspar Leonie Diego Hana Felix Zofia Andrés Camille Oskar Petra Rafael'.split(
    ' ',
  );
const last =
  'Brandt Ortega Kapoor Dubois Nilsson Castillo Marino Lindqvist Okafor Peters Haugen Navarro Ricci Horvat Haddad Laurent Jensen Farouk Yilmaz Nowak Rahman Vos Keller Aziz Ferreira Weber Romero Novak Petrova Berg Fuchs Moreno Sato Hartmann Kowalska Ruiz Moreau Lund Kovacs Silva'.split(
    ' ',
  );
const places: readonly [city: string, country: string, zone: string][] = [
  ['Rotterdam', 'Netherlands', 'Europe/Amsterdam'],
  ['Hamburg', 'Germany', 'Europe/Berlin'],
  ['Antwerp', 'Belgium', 'Europe/Brussels'],
  ['Lyon', 'France', 'Europe/Paris'],
  ['Valencia', 'Spain', 'Europe/Madrid'],
  ['Genoa', 'Italy', 'Europe/Rome'],
  ['Gdańsk', 'Poland', 'Europe/Warsaw'],
  ['Gothenburg', 'Sweden', 'Europe/Stockholm'],
  ['Porto', 'Portugal', 'Europe/Lisbon'],
  ['Leeds', 'United Kingdom', 'Europe/London'],
];

/** One lead of the story. */
export interface Person {
  email: string;
  firstName: string;
  lastName: string;
  company: string;
  title: string;
  city: string;
  country: string;
  timeZone: string;
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '');

/** People of one trade, no two with the same address. */
export function inventPeople(
  chance: Chance,
  count: number,
  trade: { companies: readonly string[]; suffixes: readonly string[]; titles: readonly string[] },
): Person[] {
  const people = new Map<string, Person>();
  while (people.size < count) {
    const [firstName, lastName] = [chance.pick(first), chance.pick(last)];
    const company = `${chance.pick([...trade.companies, ...last])} ${chance.pick(trade.suffixes)}`;
    const [city, country, timeZone] = chance.pick(places);
    const email = `${plain(firstName)}.${plain(lastName)}@${plain(company)}.example`;
    if (!people.has(email))
      people.set(email, {
        email,
        firstName,
        lastName,
        company,
        title: chance.pick(trade.titles),
        city,
        country,
        timeZone,
      });
  }
  return [...people.values()];
}
