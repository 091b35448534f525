import { z } from 'zod';
import { leadFilter } from '../crm/lead.ts';
import type { WidgetName } from '../widget-names.ts';

/** Parts that every widget has, by the names of its `::part()`s. */
const everywhere = ['root', 'skeleton', 'error', 'no-permission', 'offline'] as const;

/** Some of these names, each of which the widget knows. */
const some = <const N extends string>(names: readonly [N, ...N[]]) =>
  z
    .array(
      z.enum(names, {
        error: ({ input }) => `"${String(input)}" is no name that is known here. Use: ${names.join(', ')}.`,
      }),
    )
    .max(60)
    .optional();

/**
 * What can be configured of each widget, in its own names: columns, actions, the filter it opens with, and parts. A widget that is not
 * here takes names of any kind. The tests of the widgets hold these lists to what the widgets have.
 */
export const widgetSettings = {
  'lead-table': z.strictObject({
    columns: some(['name', 'company', 'status', 'tags', 'owner', 'score', 'place', 'added']),
    actions: some(['import', 'export', 'create', 'archive']),
    // An import, a company, a list and an owner are one workspace's, and not what a page opens with.
    defaultFilter: leadFilter.omit({ importId: true, companyId: true, listId: true, ownerId: true }).optional(),
    hidden: some([...everywhere, 'filters']),
  }),
  'lead-page': z.strictObject({ hidden: some([...everywhere, 'avatar', 'badge', 'facts', 'tabs']) }),
  'lead-board': z.strictObject({ hidden: some([...everywhere]) }),
  'campaign-list': z.strictObject({
    columns: some(['name', 'state', 'sent', 'opened', 'replied', 'trend']),
    actions: some(['create', 'pause', 'resume', 'complete', 'archive', 'restore']),
    defaultFilter: z
      .strictObject({ state: z.enum(['all', 'running', 'paused', 'draft', 'completed']).optional() })
      .optional(),
    hidden: some([...everywhere]),
  }),
  'campaign-editor': z.strictObject({ hidden: some([...everywhere, 'icon']) }),
  inbox: z.strictObject({ hidden: some([...everywhere, 'search']) }),
  'analytics-overview': z.strictObject({
    columns: some(['name', 'sent', 'opened', 'machine_opened', 'clicked', 'replied', 'bounced']),
    hidden: some([...everywhere]),
  }),
  timeline: z.strictObject({ hidden: some([...everywhere, 'heading', 'day', 'entry', 'icon']) }),
  'template-list': z.strictObject({
    columns: some(['name', 'subject', 'updated']),
    actions: some(['create', 'archive']),
    hidden: some([...everywhere]),
  }),
  'mailbox-list': z.strictObject({
    columns: some(['address', 'state', 'today', 'received']),
    actions: some(['connect', 'check', 'edit', 'pause', 'resume', 'archive', 'restore']),
    hidden: some([...everywhere]),
  }),
  'member-list': z.strictObject({
    columns: some(['name', 'role', 'seen']),
    actions: some([
      'invite',
      'edit',
      'transfer',
      'deactivate',
      'reactivate',
      'reset',
      'remove',
      'resend',
      'link',
      'revoke',
    ]),
    hidden: some([...everywhere]),
  }),
  'role-list': z.strictObject({
    columns: some(['name', 'permissions', 'people', 'from']),
    actions: some(['create', 'edit', 'duplicate', 'holders', 'remove']),
    hidden: some([...everywhere]),
  }),
  'api-key-list': z.strictObject({
    columns: some(['name', 'reach', 'used', 'state']),
    actions: some(['create', 'edit', 'rotate', 'revoke']),
    hidden: some([...everywhere]),
  }),
  'domain-list': z.strictObject({
    columns: some(['name', 'purpose', 'state']),
    actions: some(['create', 'check', 'remove']),
    hidden: some([...everywhere]),
  }),
  'organization-tree': z.strictObject({
    actions: some([
      'open',
      'create-workspace',
      'create-organization',
      'rename',
      'move',
      'export',
      'suspend',
      'resume',
      'archive',
      'restore',
      'delete',
      'sign-on',
    ]),
    hidden: some([...everywhere]),
  }),
  'search-page': z.strictObject({ hidden: some([...everywhere, 'hit', 'tabs']) }),
  'audit-log': z.strictObject({
    columns: some(['at', 'actor', 'action', 'subject', 'from']),
    actions: some(['export']),
    hidden: some([...everywhere]),
  }),
  app: z.strictObject({ hidden: some([...everywhere, 'navigation', 'page']) }),
} as const satisfies Partial<Record<WidgetName, z.ZodType>>;

/** A widget whose names are known. */
export type SettledWidget = keyof typeof widgetSettings;

/** What can be configured of a widget as JSON Schema, for types and docs; null where names of any kind are taken. */
export const describeSettings = (name: string): unknown =>
  name in widgetSettings ? z.toJSONSchema(widgetSettings[name as SettledWidget], { io: 'input' }) : null; // looked up just before
