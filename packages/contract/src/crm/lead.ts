import { z } from 'zod';
import { emailAddress } from '../email-address.ts';
import { timeZoneSchema } from '../identity/workspace.ts';
import { idInput } from '../ids.ts';
import { describeNoun, fieldsWith, type FieldsWith } from '../noun/describe-noun.ts';
import { field } from '../noun/field.ts';
import { snakeCase, type SnakeCase } from '../letter-case.ts';
import { customFields, customValue } from './custom-input.ts';
import {
  givenEmails,
  givenPhones,
  languageCode,
  mailFigures,
  shownEmails,
  shownPhones,
  webAddress,
} from './lead-reach.ts';
import { leadStanding } from './lead-standing.ts';
import { leadStatuses } from './lead-words.ts';

export { customFields } from './custom-input.ts';
export { leadStatuses, type LeadStatus } from './lead-words.ts';

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
  /** The part of the company they work in. */
  department: field.text({
    label: 'Department',
    max: 100,
    ...personal,
    filter: true,
    import: ['division', 'departamento', 'abteilung', 'bereich'],
  }),
  /** How high up they are, such as `Director`. */
  seniority: field.text({
    label: 'Seniority',
    max: 60,
    ...personal,
    filter: true,
    import: ['senioritylevel', 'joblevel', 'managementlevel', 'niveau', 'nivel', 'hierarchie', 'ebene'],
  }),
  /** Phone number, as it was written. */
  phone: field.text({
    label: 'Phone',
    max: 50,
    ...personal,
    import: ['phonenumber', 'mobile', 'mobilephone', 'telephone', 'tel', 'telefono', 'telefon'],
  }),
  /** The same number in the form in which numbers are compared, such as +31201234567; `null` where it cannot be told from which country it is. */
  phoneNormal: field.text({ label: 'International number', max: 20, nullable: true, readOnly: true, personal: true }),
  /** Further addresses, up to ten: mail from them is known as theirs, and nothing is sent there. One becomes the first by `makePrimary`. */
  emails: field.record(shownEmails, givenEmails, {
    label: 'Further emails',
    default: [],
    personal: true,
    import: ['otheremails', 'secondaryemail', 'secondemail', 'email2', 'personalemail', 'additionalemails'],
  }),
  /** Further numbers, up to ten. */
  phones: field.record(shownPhones, givenPhones, {
    label: 'Further phones',
    default: [],
    personal: true,
    import: ['otherphones', 'secondaryphone', 'phone2', 'workphone', 'officephone', 'homephone', 'additionalphones'],
  }),
  /** Street and number. */
  address: field.text({
    label: 'Address',
    max: 300,
    ...personal,
    import: ['street', 'streetaddress', 'addressline1', 'adresse', 'rue', 'direccion', 'calle', 'strasse', 'anschrift'],
  }),
  /** Code of the place, as letters are addressed. */
  postalCode: field.text({
    label: 'Postal code',
    max: 20,
    ...personal,
    import: ['zip', 'zipcode', 'postcode', 'codepostal', 'codigopostal', 'plz', 'postleitzahl'],
  }),
  /** The city they are in. */
  city: field.text({
    label: 'City',
    max: 100,
    ...personal,
    import: ['town', 'location', 'ville', 'ciudad', 'stadt', 'ort'],
  }),
  /** The region or state they are in. */
  region: field.text({
    label: 'Region',
    max: 100,
    ...personal,
    filter: true,
    import: ['state', 'province', 'county', 'provincia', 'estado', 'bundesland'],
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
  /** Address of their page at LinkedIn. */
  linkedinUrl: field.like('text', webAddress, {
    label: 'LinkedIn',
    max: 300,
    ...personal,
    import: ['linkedin', 'linkedinprofile', 'linkedinlink', 'personlinkedinurl'],
  }),
  /** Address of their page at X. */
  xUrl: field.like('text', webAddress, {
    label: 'X profile',
    max: 300,
    ...personal,
    import: ['twitter', 'twitterurl', 'xprofile', 'twitterprofile'],
  }),
  /** Addresses of their pages elsewhere, up to ten. */
  profiles: field.texts({
    label: 'Profiles',
    max: 10,
    each: 300,
    default: [],
    personal: true,
    import: ['socialprofiles', 'socials', 'otherprofiles'],
  }),
  /** The language they read, as BCP 47 writes it, such as `de` or `pt-BR`. */
  language: field.like('text', languageCode, {
    label: 'Language',
    max: 35,
    ...personal,
    personal: 'logged',
    filter: true,
    import: ['locale', 'preferredlanguage', 'langue', 'idioma', 'sprache'],
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
  ...leadStanding,
  /** What became of the mails to them. */
  mails: field.record(mailFigures, mailFigures, { label: 'Mails', readOnly: true, computed: true }),
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
  /** The lead that this one was merged into; `null` for all others. */
  mergedIntoId: field.reference('lead', { label: 'Merged into', nullable: true, readOnly: true }),
  /** The import it came in with; `null` where it came another way. */
  importId: field.reference('leadImport', { label: 'Import', nullable: true, readOnly: true, filter: true }),
});

type LeadFields = (typeof leadNoun)['fields'];
/** A field of a lead that a mail can merge and a file can fill, besides `custom.<key>`; in snake_case. */
export type LeadField = SnakeCase<FieldsWith<LeadFields, 'merge'>>;
/** All of them, in the order of the screens. */
export const leadFields = fieldsWith(leadNoun.fields, 'merge').map(snakeCase) as readonly LeadField[];

/** What a column of a file can fill, besides `custom.<key>`; in snake_case, in the order of the screens. */
export const leadImportFields = fieldsWith(leadNoun.fields, 'import').map(snakeCase) as readonly LeadImportField[];
export type LeadImportField = SnakeCase<FieldsWith<LeadFields, 'import'>>;

export const leadOutput = leadNoun.output;
/** Which leads a list or an audience takes; all given conditions must hold. */
export const leadFilter = leadNoun.filter;

export const leadMakePrimaryInput = z.strictObject({
  id: idInput('lead'),
  /** One of its further addresses. */
  email: emailAddress,
});

export type Lead = z.infer<typeof leadOutput>;
export type LeadFilter = z.input<typeof leadFilter>;
