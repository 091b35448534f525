import type { Lead } from '@tabard/contract';
import type { EnrollmentOfLead } from '@tabard/contract/outreach/enrollment-of-lead';
import { ago, lead } from './sample-records.ts';
import { teamNames } from './sample-teams.ts';

/** A lead of whom much is known. */
export const knownLead: Lead = {
  ...lead(0),
  companyId: 'com_1',
  title: 'Head of operations',
  department: 'Operations',
  seniority: 'Director',
  phone: '+31 77 123 45 67',
  phoneNormal: '+31771234567',
  emails: [{ email: 'lena@home.example', kind: 'personal', label: null }],
  phones: [{ number: '+31 6 1234 5678', normal: '+31612345678', kind: 'mobile', label: null }],
  linkedinUrl: 'https://www.linkedin.example/in/lena-brandt',
  language: 'nl',
  timeZone: 'Europe/Amsterdam',
  ownerId: 'mem_1',
  ownerName: 'Nora Lindqvist',
  score: 82,
  lifecycle: 'qualified',
  lawfulBasis: 'legitimate_interest',
  lawfulBasisSource: 'Trade register',
  status: 'replied',
  tags: ['Rotterdam', 'Qualified'],
  mails: {
    sent: 4,
    opened: 3,
    clicked: 1,
    replied: 1,
    lastContactedAt: ago(60 * 26),
    lastRepliedAt: ago(60 * 24),
  },
};

const enrollments: EnrollmentOfLead[] = [
  {
    id: 'enr_1',
    campaign: { id: 'cmp_0', name: 'Freight brokers, Q4', state: 'running' },
    state: 'active',
    stepsSent: 2,
    steps: 4,
    nextStepAt: new Date(Date.now() + 2 * 86_400_000).toISOString(),
    nextSubject: 'A last word on the lane to Valencia',
    whyNotNow: 'The delay before the next step has not passed.',
    reason: 'waiting_delay',
    createdAt: ago(60 * 24 * 9),
  },
  {
    id: 'enr_2',
    campaign: { id: 'cmp_2', name: 'Port agents, follow-up', state: 'paused' },
    state: 'paused',
    stepsSent: 1,
    steps: 3,
    nextStepAt: ago(20),
    nextSubject: '',
    whyNotNow: 'Paused by hand. Resume it to go on.',
    reason: 'paused_by_person',
    createdAt: ago(60 * 24 * 30),
  },
  {
    id: 'enr_3',
    campaign: { id: 'cmp_3', name: 'Spanish growers', state: 'completed' },
    state: 'replied',
    stepsSent: 2,
    steps: 3,
    nextStepAt: null,
    nextSubject: null,
    whyNotNow: null,
    reason: null,
    createdAt: ago(60 * 24 * 200),
  },
];

/** What a lead's page asks for. */
export const leadPageAnswers = (empty = false): Record<string, (input: never) => unknown> => ({
  'leads.get': ({ id }: { id: string }) => ({ ...(empty ? lead(1) : knownLead), id }),
  'leads.archive': ({ ids }: { ids: string[] }) => ({ count: ids.length }),
  'leads.restore': ({ ids }: { ids: string[] }) => ({ count: ids.length }),
  'leads.owners': () => ({
    items: [
      { id: 'mem_1', name: 'Nora Lindqvist' },
      { id: 'mem_2', name: 'Jonas Weber' },
    ],
    teams: teamNames,
  }),
  'leads.makePrimary': ({ email }: { email: string }) => ({ ...knownLead, email }),
  'leadDeletions.preview': ({ ids }: { ids: string[] }) => ({
    leads: ids.length,
    sending: 0,
    merged: 0,
    enrollments: 2,
    conversations: 3,
    notes: 4,
    activities: 1,
    tasks: 2,
    files: 1,
    deals: 1,
  }),
  'leadMerges.duplicates': () => ({
    items: empty
      ? []
      : [
          {
            reason: 'phone',
            value: '+31771234567',
            leads: [
              {
                id: 'lea_000000',
                email: 'lena.brandt@brandt.example',
                name: 'Lena Brandt',
                company: 'Brandt Spedition',
              },
              { id: 'lea_000015', email: 'l.brandt@home.example', name: 'L. Brandt', company: null },
            ],
          },
        ],
  }),
  'leadMerges.list': () => ({
    items: empty
      ? []
      : [
          {
            id: 'lmg_1',
            leadId: 'lea_000000',
            otherId: 'lea_000030',
            otherName: 'Lena B.',
            state: 'completed',
            createdAt: ago(60 * 24 * 3),
          },
        ],
  }),
  'leadMerges.preview': () => ({
    lead: knownLead,
    other: { ...lead(15), email: 'l.brandt@home.example', firstName: 'L.', lastName: 'Brandt', city: 'Hamburg' },
    differing: ['email', 'firstName', 'city', 'department', 'custom.fleet_size'],
    campaigns: 1,
    sharedCampaigns: 1,
    conversations: 2,
  }),
  'leadMerges.merge': () => ({ id: 'lmg_2', lead: knownLead }),
  'leadMerges.undo': () => lead(15),
  'leadMerges.tellApart': () => ({ count: 1 }),
  'enrollments.ofLead': () => ({ items: empty ? [] : enrollments }),
});

/** What pages with a lead in them ask for besides, where nothing is known of it. */
export const quietLead = Object.fromEntries(
  Object.entries(leadPageAnswers(true)).filter(([name]) => name !== 'leads.get'),
);
