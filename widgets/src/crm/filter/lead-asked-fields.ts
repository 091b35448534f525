import { msg } from '@lit/localize';
import type { CustomField } from '@tabard/contract/crm/custom-field';
import { filterFieldOf } from '@tabard/contract/crm/custom-value';
import { leadRelations, mailEventWords } from '@tabard/contract/crm/lead-relations';
import type { FilterField } from '@tabard/contract/filters';
import type { OutreachClient } from '../../core/client.ts';
import type { Session } from '../../core/session.ts';
import { statusWord } from '../lead-labels.ts';
import { basisWord, lifecycleWord } from '../lead-words.ts';
import { leadFilterTable } from '../lead-filter-table.ts';
import type { AskedField, LookUp } from './filter-fields.ts';

/** What only the platform asks for. */
const kept: ReadonlySet<string> = new Set(['phoneNormal', 'mergedIntoId']);

/** What filters can ask of leads, as people see it: what is known of each, the workspace's own fields, and what belongs to one. */
export function leadAskedFields(session: Session, custom: readonly CustomField[]): AskedField[] {
  const { client } = session;
  const own = Object.entries(leadFilterTable).flatMap(([name, { label, ...field }]) =>
    kept.has(name) ? [] : asked(client, name, label(), field),
  );
  const mail = { ...leadRelations.mailEvents.fields };
  const group = msg('Custom fields');
  return [
    ...own,
    ...custom.map((field): AskedField => {
      const { key, label, options } = field;
      const shown = { name: `custom.${key}`, label, group, type: filterFieldOf(field).type };
      return options.length > 0
        ? { ...shown, options: options.map(({ id, label: word }) => ({ value: id, label: word })) }
        : shown;
    }),
    { ...asked(client, 'ownerTeams', msg('Team of the owner'), leadRelations.ownerTeams), group: msg('Lead') },
    ...(session.can('segment.read')
      ? [{ ...asked(client, 'segments', msg('Segments'), leadRelations.segments), group: msg('Lead') }]
      : []),
    ...(['lastContactedAt', 'lastRepliedAt'] as const).map((name) => ({
      ...asked(
        client,
        name,
        name === 'lastContactedAt' ? msg('Last contacted') : msg('Last replied'),
        leadRelations[name],
      ),
      group: msg('What happened'),
    })),
    {
      name: 'mailEvents',
      label: msg('Mails'),
      group: msg('What happened'),
      type: 'relation',
      fields: [
        {
          ...asked(client, 'type', msg('What happened'), mail.type),
          options: mailEventWords.map((value) => ({ value, label: mailEventWord(value) })),
        },
        asked(client, 'at', msg('When'), mail.at),
        ...(session.can('campaign.read') ? [asked(client, 'campaignId', msg('Campaign'), mail.campaignId)] : []),
      ],
    },
  ];
}

function asked(client: OutreachClient, name: string, label: string, field: FilterField): AskedField {
  const { type, options, whole, prefix } = field;
  const lookUp = prefix === undefined ? undefined : lookUps[prefix]?.(client);
  return {
    name,
    label,
    type,
    group: msg('Lead'),
    ...(options && { options: options.map((value) => ({ value, label: optionWord(name, value) })) }),
    ...(whole && { whole }),
    ...(prefix && { prefix }),
    ...(lookUp && { lookUp }),
  };
}

/** The options of each field are those that its words know. */
const optionWords: Readonly<Record<string, (value: never) => string>> = {
  status: statusWord,
  lifecycle: lifecycleWord,
  lawfulBasis: basisWord,
};
const optionWord = (field: string, value: string): string => optionWords[field]?.(value as never) ?? value;

function mailEventWord(word: (typeof mailEventWords)[number]): string {
  const words: Record<typeof word, string> = {
    sent: msg('Sent'),
    opened: msg('Opened'),
    machine_opened: msg('Opened by a program'),
    clicked: msg('Link clicked'),
    replied: msg('Answered'),
    bounced: msg('Came back'),
    unsubscribed: msg('Unsubscribed'),
    complained: msg('Reported as spam'),
  };
  return words[word];
}

/** Suggestions that one look-up gives. */
const limit = 20;

/** How records are found by what their ids begin with. */
const lookUps: Readonly<Record<string, (client: OutreachClient) => LookUp>> = {
  cmp: ({ campaigns }) => ({
    find: async (search) => {
      const { items } = await campaigns.list({ limit, ...(search && { filter: { search } }) });
      return items.map(({ id, name }) => ({ value: id, label: name }));
    },
    name: async (id) => (await campaigns.get({ id })).name,
  }),
  seg: ({ segments }) => ({
    find: async (search) => {
      const { items } = await segments.list({ limit, ...(search && { filter: { search } }) });
      return items.map(({ id, name }) => ({ value: id, label: name }));
    },
    name: async (id) => (await segments.get({ id })).name,
  }),
  mem: ({ leads }) => ({
    find: async (typed) => {
      const { items } = await leads.owners({});
      const wanted = typed.toLocaleLowerCase();
      const found = items.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
      return found.slice(0, limit).map(({ id, name }) => ({ value: id, label: name }));
    },
    name: async (id) => (await leads.owners({})).items.find((one) => one.id === id)?.name ?? null,
  }),
  tea: ({ leads }) => ({
    find: async (typed) => {
      const { teams } = await leads.owners({});
      const wanted = typed.toLocaleLowerCase();
      const found = teams.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
      return found.slice(0, limit).map(({ id, name }) => ({ value: id, label: name }));
    },
    name: async (id) => (await leads.owners({})).teams.find((one) => one.id === id)?.name ?? null,
  }),
  imp: ({ leadImports }) => ({
    find: async (typed) => {
      const { items } = await leadImports.list({ limit: 100 });
      const wanted = typed.toLocaleLowerCase();
      const found = items.filter(({ fileName }) => fileName.toLocaleLowerCase().includes(wanted));
      return found.slice(0, limit).map(({ id, fileName }) => ({ value: id, label: fileName }));
    },
    name: async (id) => (await leadImports.get({ id })).fileName,
  }),
};
