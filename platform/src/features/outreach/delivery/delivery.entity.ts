import { defineEntity, p, tenantKey, tenantPolicies } from '#kernel';

const moment = () => p.datetime(3).columnType('timestamptz(3)');

/** States of mails that did not go well: few at any time, and in an index of their own. */
export const troubleStates = ['rejected', 'unknown'] as const;

/** One outbound mail: exactly one per enrollment and step, or one answer out of the inbox. The row is the truth about it. */
export const DeliverySchema = defineEntity({
  name: 'Delivery',
  tableName: 'delivery',
  rowLevelSecurity: 'force',
  // The sweeper looks for mailbox queues with due mail across workspaces.
  policies: tenantPolicies('delivery', ['select']),
  properties: {
    ...tenantKey(),
    mailboxId: p.uuid(),
    campaignId: p.uuid().nullable(),
    enrollmentId: p.uuid().nullable(),
    stepId: p.uuid().nullable(),
    leadId: p.uuid().nullable(),
    /** The message of the inbox that this mail carries, for answers. */
    inboxMessageId: p.uuid().nullable(),
    toAddress: p.string().length(254),
    /** What suppressions know the recipient by. */
    addressHash: p.string().length(64),
    subject: p.text(),
    /** Message-ID header without its angle brackets: `<id>@<domain>`, except for answers. */
    messageId: p.string().length(255),
    /** Where the whole mail lies as it was or will be sent; null once it is known that it never will be. */
    packId: p.uuid().nullable(),
    packStart: p.integer().default(0),
    packSize: p.integer().default(0),
    /** SHA-256 of its bytes. */
    rawHash: p.string().length(64),
    /** planned, submitting, accepted, rejected, suppressed, cancelled, unknown */
    state: p.string().length(16),
    /** Whether it did not go well. */
    troubled: p.boolean(),
    /** The campaign's epoch when it was claimed. */
    epoch: p.integer().default(0),
    /** When it leaves; only of mails that wait. */
    dueAt: moment().nullable(),
    /** The claim that it is submitted under. */
    fence: p.uuid().nullable(),
    /** When the gate let it through to `DATA`, where its outcome was unknown afterwards. */
    openedAt: moment().nullable(),
    /** The local day whose cap it took a place of. */
    day: p.date().nullable(),
    attempts: p.integer().default(0),
    /** Whether its mailbox came to rest over it: the same mail never stops a mailbox twice. */
    blamed: p.boolean().default(false),
    /** When evidence of its outcome is looked for; only of mails whose outcome is unknown, and null where a person decides. */
    decideAt: moment().nullable(),
    /** The server's last words, or why the mail was not sent. */
    reply: p.text().nullable(),
    createdAt: moment().defaultRaw('now()'),
    sentAt: moment().nullable(),
  },
  checks: [
    { name: 'delivery_waits', expression: `(state = 'planned') = (due_at is not null)` },
    {
      name: 'delivery_troubled',
      expression: `troubled = (state in (${troubleStates.map((state) => `'${state}'`).join(', ')}))`,
    },
  ],
  // None of them knows of anything that changes between a claim and its acceptance, so that writing those touches no index.
  indexes: [
    {
      name: 'delivery_once',
      expression:
        'create unique index "delivery_once" on "delivery" ("workspace_id", "enrollment_id", "step_id") where enrollment_id is not null',
    },
    {
      name: 'delivery_lane',
      expression: `create index "delivery_lane" on "delivery" ("workspace_id", "mailbox_id", "due_at") where due_at is not null`,
    },
    {
      name: 'delivery_waiting',
      expression:
        'create index "delivery_waiting" on "delivery" ("workspace_id", "campaign_id") where due_at is not null',
    },
    {
      name: 'delivery_trouble',
      expression: 'create index "delivery_trouble" on "delivery" ("workspace_id", "campaign_id", "id") where troubled',
    },
    {
      name: 'delivery_decide',
      expression: 'create index "delivery_decide" on "delivery" ("decide_at") where decide_at is not null',
    },
    { properties: ['workspaceId', 'campaignId', 'id'] },
    // Mails of campaigns are found by their id, which their Message-ID begins with, and by the enrollments of their lead.
    {
      name: 'delivery_message',
      expression:
        'create unique index "delivery_message" on "delivery" ("workspace_id", "message_id") where enrollment_id is null',
    },
    {
      name: 'delivery_lead',
      expression: 'create index "delivery_lead" on "delivery" ("workspace_id", "lead_id") where enrollment_id is null',
    },
  ],
});
