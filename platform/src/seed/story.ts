import type { Language } from '@tabard/contract';

/** A campaign of the demo: its words, how far it is, and how well it does. */
export interface CampaignStory {
  name: string;
  /** Leads in it, and the tag that they carry. */
  leads: number;
  tag: string;
  /** Days ago it was launched. */
  launched: number;
  state: 'completed' | 'running' | 'live' | 'draft';
  /** Shares of mails that people open, click and answer. */
  open: number;
  click: number;
  reply: number;
  steps: { delay: { amount: number; unit: 'minutes' | 'hours' | 'days' }; subject: string; body: string }[];
}

export interface WorkspaceStory {
  slug: string;
  name: string;
  timeZone: string;
  locale: Language;
  seed: number;
  trade: { companies: string[]; suffixes: string[]; titles: string[] };
  mailboxes: { address: string; displayName: string }[];
  campaigns: CampaignStory[];
}

export interface AgencyStory {
  name: string;
  slug: string;
  brand: { color: string; displayName: string; postalAddress: string; supportEmail: string };
  user: { email: string; name: string };
  /** Somebody who works in the first workspace alone, and an address that is invited there. */
  colleague?: { email: string; name: string };
  invited?: string;
  workspaces: WorkspaceStory[];
}

/** The password of every demo user. Only a seeded demo has them. */
export const demoPassword = 'outreach-demo';

const paragraphs = (...lines: string[]) => lines.map((line) => `<p>${line}</p>`).join('\n');

const freight: CampaignStory['steps'] = [
  {
    delay: { amount: 0, unit: 'minutes' },
    subject: "A question about {{ company | default: 'your' }}’s Rotterdam lanes",
    body: paragraphs(
      "Hi {{ first_name | default: 'there' }},",
      'I noticed that {{ company }} runs return legs out of {{ city | default: "the port" }}. We cut empty kilometres on those by about a third for two brokers your size.',
      'Here is <a href="https://harbor.example/lanes">how it works on one page</a>. Worth fifteen minutes this week?',
      'Best regards<br>Harbor &amp; Co',
    ),
  },
  {
    delay: { amount: 12, unit: 'minutes' },
    subject: '',
    body: paragraphs(
      'Hi {{ first_name | default: "there" }},',
      'One number, in case it helps: the brokers I mentioned went from 31% to 20% empty legs in one quarter.',
      'Shall I send the figures for {{ city | default: "your lanes" }}?',
      'Harbor &amp; Co',
    ),
  },
  {
    delay: { amount: 2, unit: 'days' },
    subject: '',
    body: paragraphs(
      'Hi {{ first_name | default: "there" }},',
      'I will leave it here. If the timing is better next quarter, a short reply is enough and I will come back then.',
      'Harbor &amp; Co',
    ),
  },
];

const intro = (subject: string, offer: string, sender: string, days = 3): CampaignStory['steps'] => [
  {
    delay: { amount: 0, unit: 'minutes' },
    subject,
    body: paragraphs("Hi {{ first_name | default: 'there' }},", offer, `Best regards<br>${sender}`),
  },
  {
    delay: { amount: days, unit: 'days' },
    subject: '',
    body: paragraphs(
      "Hi {{ first_name | default: 'there' }},",
      'Did my note reach you? I am happy to answer by mail if a call is too much.',
      sender,
    ),
  },
];

const logistics = {
  companies: [
    'Maas',
    'Delta',
    'Meridian',
    'Blauwe Haven',
    'Kestrel',
    'Nordsee',
    'Levante',
    'Polder',
    'Tramontana',
    'Quayline',
  ],
  suffixes: ['Spedition', 'Logistics', 'Freight', 'Cargo', 'Forwarding'],
  titles: ['Head of operations', 'Fleet manager', 'Managing director', 'Lane planner', 'Procurement lead'],
};

/** Two agencies with brands of their own, three clients, and what they did in the last thirty days. */
export const story: readonly AgencyStory[] = [
  {
    name: 'Northlight',
    slug: 'northlight',
    brand: {
      color: '#2b5fd9',
      displayName: 'Northlight',
      postalAddress: 'Northlight GmbH, Speicherweg 4, 20457 Hamburg, Germany',
      supportEmail: 'hello@northlight.example',
    },
    user: { email: 'mara@northlight.example', name: 'Mara Lindholm' },
    colleague: { email: 'joel@northlight.example', name: 'Joel Okafor' },
    invited: 'nina@harbor.example',
    workspaces: [
      {
        slug: 'harbor',
        name: 'Harbor & Co',
        timeZone: 'Europe/Amsterdam',
        locale: 'en',
        seed: 11,
        trade: logistics,
        mailboxes: [
          { address: 'mara@harbor.example', displayName: 'Mara Lindholm' },
          { address: 'joel@harbor.example', displayName: 'Joel Okafor' },
        ],
        campaigns: [
          {
            name: 'Freight brokers, Q4',
            leads: 260,
            tag: 'freight brokers',
            launched: 2,
            state: 'live',
            open: 0.46,
            click: 0.08,
            reply: 0.07,
            steps: freight,
          },
          {
            name: 'Port agents, follow-up',
            leads: 190,
            tag: 'port agents',
            launched: 6,
            state: 'running',
            open: 0.39,
            click: 0.05,
            reply: 0.04,
            steps: intro(
              '{{ first_name }}, berth times at {{ city | default: "your port" }}',
              'Agents tell us that late berth changes cost them half a day each week. We built a board that shows them as they happen.',
              'Joel Okafor',
              9,
            ),
          },
          {
            name: 'Cold chain importers',
            leads: 220,
            tag: 'cold chain',
            launched: 27,
            state: 'completed',
            open: 0.44,
            click: 0.09,
            reply: 0.08,
            steps: intro(
              'Reefer slots for {{ company }}',
              'We hold forty plugs a week at Maasvlakte for importers of your size, at a price that is fixed until March.',
              'Mara Lindholm',
            ),
          },
        ],
      },
      {
        slug: 'atlas',
        name: 'Atlas Growers',
        timeZone: 'Europe/Madrid',
        locale: 'es',
        seed: 23,
        trade: {
          companies: ['Huerta', 'Azahar', 'Solana', 'Vega Alta', 'Riberas'],
          suffixes: ['Frescos', 'Agro', 'Citrus', 'Export', 'Campo'],
          titles: ['Export manager', 'Owner', 'Head of sales', 'Buyer'],
        },
        mailboxes: [{ address: 'lucia@atlas.example', displayName: 'Lucía Romero' }],
        campaigns: [
          {
            name: 'Spanish growers',
            leads: 160,
            tag: 'growers',
            launched: 24,
            state: 'completed',
            open: 0.49,
            click: 0.11,
            reply: 0.09,
            steps: intro(
              'Buyers for {{ company }} in the north',
              'Three supermarket chains in Scandinavia ask us for citrus with your certificate. May I put you in touch?',
              'Lucía Romero',
            ),
          },
          {
            name: 'Organic certificates 2027',
            leads: 80,
            tag: 'organic',
            launched: 0,
            state: 'draft',
            open: 0,
            click: 0,
            reply: 0,
            steps: intro(
              'Your organic certificate, {{ first_name }}',
              'The rules change in January. We prepared a list of what {{ company }} needs by then.',
              'Lucía Romero',
            ),
          },
        ],
      },
    ],
  },
  {
    name: 'Fernworks',
    slug: 'fernworks',
    brand: {
      color: '#b3324b',
      displayName: 'Fernworks',
      postalAddress: 'Fernworks Ltd, 12 Canal Row, Leeds LS1 4AP, United Kingdom',
      supportEmail: 'team@fernworks.example',
    },
    user: { email: 'owen@fernworks.example', name: 'Owen Hart' },
    workspaces: [
      {
        slug: 'juniper',
        name: 'Juniper Clinics',
        timeZone: 'Europe/London',
        locale: 'en',
        seed: 37,
        trade: {
          companies: ['Ashdown', 'Riverside', 'Kings', 'Oakfield', 'Harrow'],
          suffixes: ['Dental', 'Physio', 'Practice', 'Clinic', 'Health'],
          titles: ['Practice manager', 'Owner', 'Head of people'],
        },
        mailboxes: [{ address: 'amy@juniper.example', displayName: 'Amy Castell' }],
        campaigns: [
          {
            name: 'Practices near Leeds',
            leads: 150,
            tag: 'practices',
            launched: 18,
            state: 'completed',
            open: 0.41,
            click: 0.06,
            reply: 0.06,
            steps: intro(
              'Saturday cover for {{ company }}',
              'Our locums take single Saturdays, without a contract. Two practices in {{ city | default: "your town" }} use it already.',
              'Amy Castell',
            ),
          },
        ],
      },
    ],
  },
];

/** What people answer, with the intent the answer shows. */
export const answers: readonly [intent: string, text: string][] = [
  [
    'interested',
    'Hi, good timing. Thursday at 10 works for me. Could you send the figures before, so that I can bring our planner?',
  ],
  ['meeting', 'Sounds useful. Do you have twenty minutes next Tuesday afternoon?'],
  ['question', 'What does it cost, roughly, and who do you already work with here?'],
  ['not_now', 'We signed with somebody else in September, so not this quarter. Please try again in spring.'],
  ['not_interested', 'Thanks, but this is not for us.'],
  ['referral', 'Please talk to my colleague Erik, he looks after this now.'],
  ['interested', 'Yes, please send me the page that you mentioned. I forward it to our board.'],
  ['question', 'Does it also work for smaller fleets? We run eleven trucks.'],
];
