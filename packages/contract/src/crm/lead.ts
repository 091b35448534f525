import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { timeZoneSchema } from '../identity/workspace.ts';
import { describeNoun, fieldsWith, type FieldsWith } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { snakeCase, type SnakeCase } from '../letter-case.ts';

/** Where a lead stands: reached by no campaign yet, being contacted, has replied, bounced or unsubscribed. */
export const leadStatuses = ['new', 'active', 'replied', 'bounced', 'unsubscribed'] as const;
export type LeadStatus = (typeof leadStatuses)[number];

const text = z.string().trim().max(1000);
const money = z.strictObject({
  /** In the smallest unit of the currency: 1,250 is 12.50 EUR. */
  amount: z.int(),
  /** Three letters, such as EUR. */
  currency: z.string(),
});
/** A value of a custom field: what its type says; a key without a field holds a text. */
const customValue = z.union([text, z.number(), z.boolean(), z.array(z.string().max(40)).max(200), money]);
/** Custom field keys are snake_case; `null` and the empty text leave a field empty. At most 100 fields. */
export const customFields = z
  .record(
    z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Use lower-case letters, digits and underscores.'),
    customValue.nullable(),
  )
  .refine((value) => Object.keys(value).length <= 100, 'At most 100 custom fields.');

/** A field of a lead that a mail can merge, a person can fill, and that may be empty. */
const personal = { nullable: true, merge: true, personal: true } as const;

/** A person to reach. The order of the fields is that of the screens. */
export const leadNoun = describeNoun('lead', {
  /** The address they are reached at, in the one form in which it is kept; no two live leads share it. */
  email: field.like('email', emailAddress, {
    label: 'Email',
    max: 254,
    search: true,
    sort: true,
    merge: true,
    personal: true,
    import: [
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
  }),
  /** Given name. */
  firstName: field.text({
    label: 'First name',
    max: 100,
    ...personal,
    search: true,
    import: ['first', 'givenname', 'forename', 'prenom', 'nombre', 'vorname'],
  }),
  /** Family name. */
  lastName: field.text({
    label: 'Last name',
    max: 100,
    ...personal,
    search: true,
    sort: true,
    import: ['last', 'surname', 'familyname', 'nom', 'nomdefamille', 'apellido', 'apellidos', 'nachname'],
  }),
  /** The company they work for: the name of the one that `companyId` says, or a text. Another text takes the lead out of it. */
  company: field.text({
    label: 'Company',
    max: 200,
    ...personal,
    search: true,
    sort: true,
    filter: true,
    import: [
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
  }),
  /** The company among companies; `null` where it is only a text. A lead of one says its name in `company`. */
  companyId: field.reference('company', { label: 'Company record', nullable: true, filter: true }),
  /** What they do there, such as `Head of Sales`. */
  title: field.text({
    label: 'Job title',
    max: 200,
    ...personal,
    import: ['jobtitle', 'position', 'role', 'poste', 'fonction', 'cargo', 'puesto', 'titel'],
  }),
  /** Phone number, as it was written. */
  phone: field.text({
    label: 'Phone',
    max: 50,
    ...personal,
    import: ['phonenumber', 'mobile', 'mobilephone', 'telephone', 'tel', 'telefono', 'telefon'],
  }),
  /** The city they are in. */
  city: field.text({
    label: 'City',
    max: 100,
    ...personal,
    import: ['town', 'location', 'ville', 'ciudad', 'stadt', 'ort'],
  }),
  /** The country they are in, as it was written. */
  country: field.text({
    label: 'Country',
    max: 100,
    ...personal,
    filter: true,
    import: ['pays', 'pais', 'land'],
  }),
  /** Address of a website, as it was written. */
  website: field.text({
    label: 'Website',
    max: 300,
    ...personal,
    import: ['url', 'domain', 'web', 'companywebsite', 'siteweb', 'sitio', 'webseite'],
  }),
  /** The clock they live by, an IANA time zone such as Europe/Paris. */
  timeZone: field.like('text', timeZoneSchema, {
    label: 'Time zone',
    max: 64,
    ...personal,
    personal: 'logged',
    import: ['tz', 'fuseauhoraire', 'zonahoraria', 'zeitzone'],
  }),
  /** Words to sort leads by, each up to 50 characters. */
  tags: field.texts({
    label: 'Tags',
    max: 50,
    each: 50,
    default: [],
    filter: 'tag',
    import: ['labels', 'etiquettes', 'etiquetas'],
  }),
  /** Ids of the lists that it is on. */
  lists: field.references('list', {
    label: 'Lists',
    max: 10_000,
    readOnly: true,
    computed: true,
    filter: 'listId',
  }),
  /** Fields of your own by key, which mails can merge as `custom.<key>`: what a custom field says it holds, and for other keys in snake_case texts up to 1,000 characters. A change takes over the keys it names and leaves the others; `null` empties one. */
  custom: field.record(z.record(z.string(), customValue), customFields, {
    label: 'Custom fields',
    default: {},
    personal: true,
  }),
  /** Where it stands: `new` (reached by no campaign yet), `active` (being contacted), `replied`, `bounced` or `unsubscribed`. */
  status: field.choice(leadStatuses, { label: 'Status', default: 'new', readOnly: true, filter: true }),
  /** How the lead came in: `manual`, `api` or `import`. */
  source: field.text({ label: 'Source', max: 16, default: 'manual', readOnly: true }),
  /** The import it came in with; `null` where it came another way. */
  importId: field.reference('leadImport', { label: 'Import', nullable: true, readOnly: true, filter: true }),
});

type LeadFields = (typeof leadNoun)['fields'];
/** A field of a lead that a mail can merge and a file can fill, besides `custom.<key>`; in snake_case. */
export type LeadField = SnakeCase<FieldsWith<LeadFields, 'merge'>>;
/** All of them, in the order of the screens. */
export const leadFields = fieldsWith(leadNoun.fields, 'merge').map(snakeCase) as readonly LeadField[];

export const leadOutput = leadNoun.output;
/** Which leads a list or an audience takes; all given conditions must hold. */
export const leadFilter = leadNoun.filter;

export type Lead = z.infer<typeof leadOutput>;
export type LeadFilter = z.input<typeof leadFilter>;
