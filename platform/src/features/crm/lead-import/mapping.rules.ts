import type { LeadField } from '@tabard/contract';

/** Names under which files carry a field, in English, French, Spanish and German, in lower case without accents and separators. */
const names: Record<LeadField | 'tags', readonly string[]> = {
  email: [
    'email',
    'emailaddress',
    'mail',
    'workemail',
    'businessemail',
    'courriel',
    'adresseemail',
    'correo',
    'correoelectronico',
    'emailadresse',
  ],
  first_name: ['firstname', 'first', 'givenname', 'forename', 'prenom', 'nombre', 'vorname'],
  last_name: ['lastname', 'last', 'surname', 'familyname', 'nom', 'nomdefamille', 'apellido', 'apellidos', 'nachname'],
  company: [
    'company',
    'companyname',
    'organization',
    'organisation',
    'account',
    'accountname',
    'employer',
    'entreprise',
    'societe',
    'empresa',
    'firma',
    'unternehmen',
  ],
  title: ['title', 'jobtitle', 'position', 'role', 'poste', 'fonction', 'cargo', 'puesto', 'titel'],
  phone: ['phone', 'phonenumber', 'mobile', 'mobilephone', 'telephone', 'tel', 'telefono', 'telefon'],
  city: ['city', 'town', 'location', 'ville', 'ciudad', 'stadt', 'ort'],
  country: ['country', 'pays', 'pais', 'land'],
  website: ['website', 'url', 'domain', 'web', 'companywebsite', 'siteweb', 'sitio', 'webseite'],
  time_zone: ['timezone', 'tz', 'fuseauhoraire', 'zonahoraria', 'zeitzone'],
  tags: ['tags', 'labels', 'etiquettes', 'etiquetas'],
};

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A key for a custom field made from a column's name. */
function customKey(column: string): string | null {
  const key = column
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
  return key === '' ? null : key;
}

/** A target for each column: the field its name or its samples speak for, else a custom field; each target once. */
export function suggestMapping(columns: { name: string; samples: string[] }[]): (string | null)[] {
  const taken = new Set<string>();
  const take = (target: string | null) => {
    if (target === null || taken.has(target)) return null;
    taken.add(target);
    return target;
  };
  const byName = columns.map(({ name }) =>
    take(Object.entries(names).find(([, known]) => known.includes(fold(name)))?.[0] ?? null),
  );
  return columns.map(({ name, samples }, index) => {
    const named = byName[index];
    if (named) return named;
    const looksLikeEmail = samples.length > 0 && samples.every((sample) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(sample));
    if (looksLikeEmail && !taken.has('email')) return take('email');
    const key = customKey(name);
    return key === null ? null : take(`custom.${key}`);
  });
}

/** Targets by the places of the columns, or by their names. */
export type ColumnMapping = readonly (string | null)[] | Readonly<Record<string, string | null>>;

/** A target for each column of a header; what the mapping says nothing of is left out. */
export function targetsOf(mapping: ColumnMapping, header: readonly string[]): (string | null)[] {
  if (isByPlace(mapping)) return header.map((_, index) => mapping[index] ?? null);
  // A column may be called like what every object has.
  return header.map((name) => (Object.hasOwn(mapping, name) ? (mapping[name] ?? null) : null));
}

/** Whether a mapping goes by the places of the columns. */
export function isByPlace(mapping: ColumnMapping): mapping is readonly (string | null)[] {
  return Array.isArray(mapping);
}
