import {
  widgetNames,
  type EmbedConfiguration,
  type EmbedConfigurationChange,
  type WidgetConfiguration,
  type WidgetName,
} from '@tabard/contract';

/** What one place says of one widget. */
export interface ConfiguredWidget {
  widget: WidgetName;
  settings: WidgetConfiguration;
}

/** Passes over what was said of a widget that has left the product since. */
export function knownWidgets<R extends { widget: string }>(rows: readonly R[]): (R & { widget: WidgetName })[] {
  return rows.filter((row): row is R & { widget: WidgetName } =>
    (widgetNames as readonly string[]).includes(row.widget),
  );
}

/** What one place says of all widgets. */
export function gatherConfiguration(rows: readonly ConfiguredWidget[]): EmbedConfiguration {
  return Object.fromEntries(rows.map(({ widget, settings }) => [widget, settings]));
}

/** Fills in each part of each widget from the nearest place that sets it; `rows` go from the nearest place to the root. */
export function inheritConfiguration(rows: readonly ConfiguredWidget[]): EmbedConfiguration {
  const configuration: EmbedConfiguration = {};
  for (const { widget, settings } of rows.toReversed())
    configuration[widget] = { ...configuration[widget], ...settings };
  return configuration;
}

/** The rows a change leaves behind: which to write and which to take away. */
export function splitChange(change: EmbedConfigurationChange): { set: ConfiguredWidget[]; cleared: WidgetName[] } {
  // The input schema lets only widget names through as keys.
  const entries = Object.entries(change) as [WidgetName, WidgetConfiguration | null][];
  const isEmpty = (settings: WidgetConfiguration | null): settings is null =>
    settings === null || Object.values(settings).every((part) => part === undefined);
  return {
    set: entries.flatMap(([widget, settings]) => (isEmpty(settings) ? [] : [{ widget, settings }])),
    cleared: entries.flatMap(([widget, settings]) => (isEmpty(settings) ? [widget] : [])),
  };
}
