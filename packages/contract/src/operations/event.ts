import { z } from 'zod';
import { idPrefixes, type IdKind } from '../id-prefixes.ts';
import { fromPublicId, idOutput, type Uuid } from '../ids.ts';
import { snakeCase, type SnakeCase } from '../letter-case.ts';
import { nounEntries, nouns, type DescribedNoun, type NounName, type NounOnRecord } from '../nouns.ts';
import { recordIds, recordPayloads } from './record-events.ts';
import { recordNouns } from '../crm/record-subject.ts';
import { settingNames } from '../setting-names.ts';
import { standingSchema } from '../identity/standing.ts';
import { widgetNames } from '../widget-names.ts';

/** What happens to every noun that is described. */
export const standardVerbs = ['created', 'updated', 'archived', 'restored', 'deleted'] as const;
export type StandardVerb = (typeof standardVerbs)[number];
type StandardPayloads = {
  [N in DescribedNoun as `${SnakeCase<N>}.${StandardVerb}`]: z.ZodObject<
    Record<`${N}Id`, z.ZodString> & (N extends NounOnRecord ? typeof recordIds : object)
  >;
};
const standardPayloads = Object.fromEntries(
  nounEntries
    .filter((entry): entry is [DescribedNoun & NounName, (typeof entry)[1]] => entry[1].described === true)
    .flatMap(([noun, entry]: [DescribedNoun & NounName, { onRecord?: true }]) =>
      standardVerbs.map((verb) => [
        `${snakeCase(noun)}.${verb}`,
        z.object({ [`${noun}Id`]: idOutput(noun), ...(entry.onRecord && recordIds) }),
      ]),
    ),
) as unknown as StandardPayloads; // one for each described noun and verb

/**
 * The closed list of events, each with the ids (public form) and few facts its readers need.
 * They are what realtime streams and webhooks carry; whoever needs more asks the procedure.
 */
export const eventPayloads = {
  ...standardPayloads,
  'lead.bulk_changed': z.object({
    /** How many leads were changed by one statement: by a tag that is renamed, merged or removed, or by a bulk operation. */
    count: z.int(),
  }),
  'bulk_operation.progressed': z.object({
    bulkOperationId: idOutput('bulkOperation'),
    /** Where it stands: `running`, `completed` or `cancelled`. */
    state: z.string(),
    /** Leads that were looked at so far, of those that it is about. */
    done: z.int(),
    total: z.int(),
  }),
  'lead_export.progressed': z.object({
    leadExportId: idOutput('leadExport'),
    /** Where it stands: `queued`, `running`, `completed`, `failed` or `cancelled`. */
    state: z.string(),
    /** Leads that are written so far, of those that it was to hold. */
    done: z.int(),
    total: z.int(),
  }),
  'lead_import.progressed': z.object({
    leadImportId: idOutput('leadImport'),
    /** Where it stands: `running`, `completed`, `failed` or `cancelled`. */
    state: z.string(),
    /** The part of the file that is done, 0 to 1. */
    progress: z.number(),
    /** Rows read so far. */
    read: z.int(),
  }),
  'lead.merged': z.object({
    /** The lead that stays. */
    leadId: idOutput('lead'),
    /** The lead that became part of it. */
    otherLeadId: idOutput('lead'),
    leadMergeId: idOutput('leadMerge'),
  }),
  'lead.unmerged': z.object({
    /** The lead that stayed. */
    leadId: idOutput('lead'),
    /** The lead that is there again. */
    otherLeadId: idOutput('lead'),
    leadMergeId: idOutput('leadMerge'),
  }),
  'company.merged': z.object({
    /** The company that stays. */
    companyId: idOutput('company'),
    /** The company that became part of it. */
    otherId: idOutput('company'),
    companyMergeId: idOutput('companyMerge'),
  }),
  'company.unmerged': z.object({
    /** The company that stayed. */
    companyId: idOutput('company'),
    /** The company that is there again. */
    otherId: idOutput('company'),
    companyMergeId: idOutput('companyMerge'),
  }),
  'company.enrichment_requested': z.object({
    companyId: idOutput('company'),
    /** Its domains, the first one the one it is known by. */
    domains: z.array(z.string()),
  }),
  'company.enriched': z.object({
    companyId: idOutput('company'),
    /** Who filled in. */
    source: z.string(),
    /** Names of the fields, in snake_case. */
    fields: z.array(z.string()),
  }),
  ...recordPayloads,
  'company_match.progressed': z.object({
    companyMatchId: idOutput('companyMatch'),
    /** Where it stands: `queued`, `running`, `completed` or `cancelled`. */
    state: z.string(),
    /** The part that is done, 0 to 1. */
    progress: z.number(),
    /** Leads that joined a company so far. */
    joined: z.int(),
    /** Companies that were made so far. */
    made: z.int(),
  }),
  'segment.counted': z.object({
    /** Segments whose leads have become others. */
    segmentIds: z.array(idOutput('segment')),
  }),
  'campaign.updated': z.object({
    campaignId: idOutput('campaign'),
    /** Where it stands now: `draft`, `running`, `paused` or `completed`. */
    state: z.string(),
  }),
  'enrollment.updated': z.object({
    enrollmentId: idOutput('enrollment'),
    campaignId: idOutput('campaign'),
    /** Where the lead stands in it now. */
    state: z.string(),
  }),
  'delivery.accepted': z.object({
    /** The campaign whose mail it was; `null` for a mail of none. */
    campaignId: idOutput('campaign').nullable(),
    /** Mails that servers took since the event before. */
    count: z.int(),
  }),
  'delivery.failed': z.object({
    deliveryId: idOutput('delivery'),
    /** The campaign whose mail it was; `null` for a mail of none. */
    campaignId: idOutput('campaign').nullable(),
    /** How it ended or waits: `rejected` or `unknown`. */
    state: z.string(),
  }),
  'mail.opened': z.object({
    /** The campaign whose mail it was; `null` for a mail of none. */
    campaignId: idOutput('campaign').nullable(),
    deliveryId: idOutput('delivery'),
    /** Whether a program did it, such as a scanner, and no person. */
    machine: z.boolean(),
  }),
  'mail.clicked': z.object({
    /** The campaign whose mail it was; `null` for a mail of none. */
    campaignId: idOutput('campaign').nullable(),
    deliveryId: idOutput('delivery'),
    /** Whether a program did it, such as a scanner, and no person. */
    machine: z.boolean(),
  }),
  'mail.bounced': z.object({
    /** The campaign whose mail it was; `null` for a mail of none. */
    campaignId: idOutput('campaign').nullable(),
    /** The mail it is about; `null` where that cannot be told. */
    deliveryId: idOutput('delivery').nullable(),
    /** Whether the address is no good for ever; `false` for a failure that may pass. */
    hard: z.boolean(),
  }),
  'mail.complained': z.object({
    /** The campaign whose mail it was; `null` for a mail of none. */
    campaignId: idOutput('campaign').nullable(),
    /** The mail it is about; `null` where that cannot be told. */
    deliveryId: idOutput('delivery').nullable(),
  }),
  'lead.unsubscribed': z.object({
    /** The campaign whose mail it was; `null` for a mail of none. */
    campaignId: idOutput('campaign').nullable(),
    /** Who wants no more mail; `null` where the address is no lead's. */
    leadId: idOutput('lead').nullable(),
  }),
  'lead.replied': z.object({
    /** The campaign whose mail it was; `null` for a mail of none. */
    campaignId: idOutput('campaign').nullable(),
    leadId: idOutput('lead'),
    conversationId: idOutput('conversation'),
  }),
  'conversation.updated': z.object({
    conversationId: idOutput('conversation'),
    /** Whether it has something that nobody has read. */
    unread: z.boolean(),
  }),
  'message.received': z.object({
    conversationId: idOutput('conversation'),
    messageId: idOutput('message'),
    /** What kind of mail it is, as a message's `class` says. */
    class: z.string(),
  }),
  'message.sent': z.object({
    conversationId: idOutput('conversation'),
    messageId: idOutput('message'),
    /** How it fares: `sending`, `sent`, `failed` or `unknown`. */
    state: z.string(),
  }),
  'mailbox.updated': z.object({
    mailboxId: idOutput('mailbox'),
    /** Where it stands now: `active`, `paused`, `failing` or `disconnected`. */
    state: z.string(),
  }),
  'embed_configuration.updated': z.object({
    /** Names of the widgets whose defaults changed, here or in an organization above. */
    widgets: z.array(z.enum(widgetNames)),
    /** Id of the user or API key that changed them; `null` where neither did. */
    by: z.string().nullable(),
  }),
  'domain.updated': z.object({
    domainId: idOutput('domain'),
    /** How it stands now: `pending`, `verified`, `active`, `failing`, `lost`, or `removed`. */
    state: z.string(),
  }),
  'identity_provider.updated': z.object({
    identityProviderId: idOutput('identityProvider'),
    /** What became of it: `updated` or `removed`. */
    state: z.string(),
  }),
  'snapshot_roll_out.updated': z.object({
    snapshotRollOutId: idOutput('snapshotRollOut'),
    /** How it stands now in this workspace: `done`, `failed` or `returned`. */
    state: z.string(),
  }),
  'role.updated': z.object({
    roleId: idOutput('role'),
    /** What became of it, here or in an organization above: `created`, `updated` or `deleted`. */
    state: z.string(),
  }),
  'settings.updated': z.object({
    /** Names of the settings that changed, here or in an organization above. */
    settings: z.array(z.enum(settingNames)),
    /** Id of the user or API key that changed them; `null` where neither did. */
    by: z.string().nullable(),
  }),
  'workspace.updated': z.object({
    workspaceId: idOutput('workspace'),
    /** The organization right above it. */
    organizationId: idOutput('organization'),
    /** Whether it is open now: it, or an organization above, was suspended, resumed, archived, restored or moved. */
    standing: standingSchema,
    /** Id of the user or API key that did it; `null` where neither did. */
    by: z.string().nullable(),
  }),
} as const;

/** The name of an event. */
export type EventName = keyof typeof eventPayloads;
/** The names of all events. */
export const eventNames = Object.keys(eventPayloads) as EventName[];
/** The payload of one event. */
export type EventPayload<N extends EventName> = z.infer<(typeof eventPayloads)[N]>;

/** What an event is about. */
export interface EventSubject {
  noun: IdKind;
  id: Uuid;
}

/** Words before the dot that are no noun with an id, with the noun that such events are about. */
const nounsOf: Partial<Record<string, IdKind>> = { mail: 'delivery', message: 'conversation' };

/** What an event is about: the record that its noun stands on, the noun of its name, or the campaign it belongs to; `null` when its payload names neither. */
export function subjectOf(name: EventName, data: unknown): EventSubject | null {
  const word = name.slice(0, name.indexOf('.'));
  const ids = data as Partial<Record<string, unknown>>; // every payload is an object
  const own = nounsOf[word] ?? idKinds.find((noun) => snakeCase(noun) === word);
  const records = own && 'onRecord' in nouns[own] ? recordNouns : [];
  for (const noun of [...records, ...(own ? [own] : []), 'campaign' as const]) {
    const given = ids[`${noun}Id`];
    const id = typeof given === 'string' ? fromPublicId(noun, given) : null;
    if (id) return { noun, id };
  }
  return null;
}

const idKinds = Object.keys(idPrefixes) as IdKind[]; // the keys of a record of them

export const eventStreamInput = z.strictObject({
  /** Resumes after the event with this id; left out, the stream begins with what happens next. */
  lastEventId: z.string().max(64).optional(),
  /** Names of the events to send; left out, all that the caller may see. */
  types: z.array(z.enum(eventNames as [EventName, ...EventName[]])).optional(),
});

/** One event as streams and webhooks carry it. `id` orders the events of a workspace. */
export type WorkspaceEvent = {
  [N in EventName]: { id: string; type: N; at: string; data: EventPayload<N> };
}[EventName];
