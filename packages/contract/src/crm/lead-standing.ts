import { field } from '../noun/field.ts';
import { lawfulBases, leadLifecycles } from './lead-words.ts';

/** How a lead stands with those who work on it: whose it is, how good it is, how far it has come, and on what ground its data is used. */
export const leadStanding = {
  /** The member who looks after them. */
  ownerId: field.reference('member', {
    label: 'Owner',
    nullable: true,
    sort: true,
    filter: true,
    import: [
      'owner',
      'leadowner',
      'contactowner',
      'assignedto',
      'accountowner',
      'responsable',
      'proprietaire',
      'besitzer',
    ],
  }),
  /** What the owner is called now; `null` where there is none. */
  ownerName: field.text({ label: 'Owner', max: 200, nullable: true, computed: true }),
  /** How good the prospects are, 0 to 100. */
  score: field.integer({
    label: 'Score',
    min: 0,
    max: 100,
    nullable: true,
    sort: true,
    import: ['leadscore', 'puntuacion', 'punkte'],
  }),
  /** How far they have come towards being a customer, as people decide it; what mails did to them is the `status`. */
  lifecycle: field.choice(leadLifecycles, {
    label: 'Lifecycle',
    nullable: true,
    filter: true,
    import: ['lifecyclestage', 'lifecyclestatus', 'leadstage'],
  }),
  /** On what ground their data may be used. */
  lawfulBasis: field.choice(lawfulBases, {
    label: 'Lawful basis',
    nullable: true,
    filter: true,
    import: ['legalbasis', 'gdprbasis', 'baselegale', 'baselegal', 'rechtsgrundlage'],
  }),
  /** Where that is known from, such as a form or a fair. */
  lawfulBasisSource: field.text({
    label: 'Source of the basis',
    max: 200,
    nullable: true,
    import: ['consentsource', 'legalbasissource', 'basissource'],
  }),
  /** Since when it holds. */
  lawfulBasisAt: field.moment({
    label: 'Basis since',
    nullable: true,
    import: ['consentdate', 'legalbasisdate', 'basisdate', 'optindate'],
  }),
} as const;
