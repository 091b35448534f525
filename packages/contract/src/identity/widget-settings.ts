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
const parts = <const N extends string = never>(...own: N[]) =>
  some<N | (typeof everywhere)[number]>([...everywhere, ...own]);

/**
 * What can be configured of each widget, in its own names: columns, actions, the filter it opens with, and parts. A widget that is not
 * here takes names of any kind. The tests of the widgets hold these lists to what the widgets have.
 */
export const widgetSettings = {
  'lead-table': z.strictObject({
    columns: some(['name', 'company', 'status', 'place', 'added']),
    actions: some(['import', 'create', 'archive']),
    defaultFilter: leadFilter.optional(),
    hidden: parts('filters'),
  }),
  'lead-board': z.strictObject({ hidden: parts() }),
  'campaign-list': z.strictObject({
    columns: some(['name', 'state', 'sent', 'opened', 'replied', 'trend']),
    actions: some(['create']),
    defaultFilter: z
      .strictObject({ state: z.enum(['all', 'running', 'paused', 'draft', 'completed']).optional() })
      .optional(),
    hidden: parts(),
  }),
  'campaign-editor': z.strictObject({ hidden: parts('icon') }),
  inbox: z.strictObject({ hidden: parts('search') }),
  'analytics-overview': z.strictObject({
    columns: some(['name', 'sent', 'opened', 'machine_opened', 'clicked', 'replied', 'bounced']),
    hidden: parts(),
  }),
  timeline: z.strictObject({ hidden: parts('heading', 'day', 'entry', 'icon') }),
  'template-list': z.strictObject({
    columns: some(['name', 'subject', 'updated']),
    actions: some(['create', 'archive']),
    hidden: parts(),
  }),
  'mailbox-list': z.strictObject({ actions: some(['connect']), hidden: parts('badge') }),
  app: z.strictObject({ hidden: parts('navigation', 'page') }),
} as const satisfies Partial<Record<WidgetName, z.ZodType>>;

/** A widget whose names are known. */
export type SettledWidget = keyof typeof widgetSettings;

/** What can be configured of a widget as JSON Schema, for types and docs; null where names of any kind are taken. */
export const describeSettings = (name: string): unknown =>
  name in widgetSettings ? z.toJSONSchema(widgetSettings[name as SettledWidget], { io: 'input' }) : null; // looked up just before
