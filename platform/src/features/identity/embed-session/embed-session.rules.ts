import { widgetPermissions, type Permission, type WidgetName } from '@tabard/contract';
import { fail } from '#kernel';
import { isLocalOrigin } from './may-embed.ts';

/** How every embed session's client secret begins. */
export const embedTokenPrefix = 'es_';

/** What a host grants, by widget. */
export type WidgetGrants = Partial<Record<WidgetName, { permissions?: Permission[] }>>;

/**
 * The union of what the widgets may do: what the host named for a widget, or all that the widget is for and the maker has.
 * Naming something the widget is not for, or the maker does not have, is refused.
 */
export function grantWidgets(widgets: WidgetGrants, maker: ReadonlySet<Permission>): Permission[] {
  const granted = new Set<Permission>(['workspace.read']);
  for (const [name, grant] of Object.entries(widgets)) {
    const possible = widgetPermissions[name as WidgetName]; // the input schema lets only widget names through
    for (const permission of grant.permissions ?? possible.filter((each) => maker.has(each))) {
      if (!possible.includes(permission))
        fail('embed_session.scope_exceeded', {
          public: `The widget "${name}" cannot be given "${permission}". It can have: ${possible.join(', ')}.`,
        });
      if (!maker.has(permission))
        fail('embed_session.scope_exceeded', {
          public: `You can only give permissions that you have yourself. Leave out: ${permission}.`,
        });
      granted.add(permission);
    }
  }
  return [...granted];
}

/** What a host is made of. An address may hold more, such as `;`, which would begin a rule of its own in the policy it is put into. */
const host = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/;

/** The origin in the form browsers send it. */
export function normalizeOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url && (url.pathname === '/' || url.pathname === '') && !url.search && !url.hash && !url.username;
  if (!url || !bare || !/^https?:$/.test(url.protocol) || !host.test(url.hostname))
    fail('embed_session.origin_invalid', {
      public: `"${text}" is not an origin. Give a scheme and a host, such as https://portal.example.com.`,
    });
  if (url.protocol === 'http:' && !isLocalOrigin(url.origin))
    fail('embed_session.origin_invalid', {
      public: `"${text}" is not encrypted, so anybody on the way could read the page's token. Use https; http is for localhost.`,
    });
  return url.origin;
}
