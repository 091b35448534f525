import { workPermissions, type Permission } from './permissions.ts';
import { widgets } from './widgets.ts';

/** The name of an embeddable element, without the agency's prefix. */
export type WidgetName = keyof typeof widgets | 'app';

/** What a session of each element can hold. The whole app can hold what the daily work needs, whatever nouns there are. */
export const widgetPermissions = {
  ...Object.fromEntries(Object.entries(widgets).map(([name, { permissions }]) => [name, permissions])),
  app: workPermissions,
} as Readonly<Record<WidgetName, readonly Permission[]>>; // one for each of them

/** The closed list of embeddable elements, without the agency's prefix. Free of zod, so browsers may import it. */
export const widgetNames = Object.keys(widgetPermissions) as [WidgetName, ...WidgetName[]]; // keys of the record above
