/** The closed list of embeddable elements, without the agency's prefix. Free of zod, so browsers may import it. */
export const widgetNames = [
  'lead-table',
  'lead-board',
  'campaign-list',
  'campaign-editor',
  'inbox',
  'analytics-overview',
  'mailbox-list',
  'template-list',
  'app',
] as const;

/** The name of an embeddable element, without the agency's prefix. */
export type WidgetName = (typeof widgetNames)[number];
