import type { CustomField } from '@tabard/contract/crm/custom-field';
import { Query, type QueryHost } from '../../core/query.ts';

/**
 * The workspace's own fields of leads, in their order, once for all that show them. Who may not ask, and whoever is refused, sees
 * values as they are stored.
 */
export const customFieldsQuery = (host: QueryHost, wanted: () => boolean = () => true): Query<CustomField[]> =>
  new Query<CustomField[]>(host, {
    key: () => (wanted() && host.session?.can('custom_field.read') ? ['customFields', 'lead'] : null),
    ask: async ({ client }) => {
      const { items } = await client.customFields.list({ limit: 200, filter: { noun: ['lead'] } });
      return items.toSorted(
        (a, b) =>
          a.position - b.position || Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1),
      );
    },
  });
