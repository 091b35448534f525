import { z } from 'zod';
import { idInput, idOutput } from '../ids.ts';
import { widgetNames, type WidgetName } from '../widget-names.ts';
import { widgetSettings, type SettledWidget } from './widget-settings.ts';

/** A name out of a widget's own vocabulary: a column, an action, a part, a field of its filter. */
const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_.-]{0,59}$/, 'Use letters, digits, dots, hyphens and underscores.');
const names = z.array(name).max(60);
const plain = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);

/**
 * What one widget shows by default. Each part that is set replaces the inherited one whole. What is stored may be older than the widget:
 * names that it does not know any more are passed over.
 */
export const widgetConfiguration = z.strictObject({
  /** Columns in their order; one that is not named is not shown. */
  columns: names.optional(),
  /** Actions people are offered. It hides, it grants nothing: what a person may do stays the matter of permissions. */
  actions: names.optional(),
  /** The filter that is on when the widget opens; people may change it. */
  defaultFilter: z.record(name, z.union([plain, z.array(plain).max(200)])).optional(),
  /** Parts that are not shown, by the names of the widget's `::part()`s. */
  hidden: names.optional(),
});

/** What the widgets of an organization or a workspace show by default, by the name of the widget. */
export const embedConfiguration = z.partialRecord(z.enum(widgetNames), widgetConfiguration);

type SettingsOf<N extends WidgetName> = N extends SettledWidget
  ? (typeof widgetSettings)[N]
  : typeof widgetConfiguration;
type ChangeShape = { [N in WidgetName]: z.ZodOptional<z.ZodNullable<SettingsOf<N>>> };

const settingsOf = (name: WidgetName): z.ZodType =>
  name in widgetSettings ? widgetSettings[name as SettledWidget] : widgetConfiguration; // looked up just before

/**
 * What is said of the widgets that are named replaces what the place said of them; `null` takes back all it said of one. A name that the
 * widget does not know is refused.
 */
const change = z.strictObject(
  Object.fromEntries(
    widgetNames.map((name) => [
      name,
      settingsOf(name)
        .nullable()
        .optional()
        .describe('Replaces all that was said of this element here; null takes it back.'),
    ]),
  ) as ChangeShape, // one for each widget
);

/** What can be said of one widget in its own names. */
export type ConfigurationOf<N extends WidgetName> = z.input<SettingsOf<N>>;

const both = {
  /** What widgets show by default here, by the widget's name, with everything inherited filled in. */
  configuration: embedConfiguration,
  /** Only what was set at this place, by the widget's name. */
  ownConfiguration: embedConfiguration,
};

export const embedConfigurationGetInput = z.strictObject({});
export const embedConfigurationUpdateInput = z.strictObject({
  /** What to say of each widget that is named; the others stay as they are. */
  configuration: change,
});
export const embedConfigurationOutput = z.object({ workspaceId: idOutput('workspace'), ...both });

export const organizationEmbedConfigurationGetInput = z.strictObject({ organizationId: idInput('organization') });
export const organizationEmbedConfigurationUpdateInput = z.strictObject({
  organizationId: idInput('organization'),
  /** What to say of each widget that is named; the others stay as they are. */
  configuration: change,
});
export const organizationEmbedConfigurationOutput = z.object({ organizationId: idOutput('organization'), ...both });

export type WidgetConfiguration = z.infer<typeof widgetConfiguration>;
export type EmbedConfiguration = z.infer<typeof embedConfiguration>;
export type EmbedConfigurationChange = z.infer<typeof change>;
