/** Own addresses and what the host has for them, as URI templates: `{ '/campaigns/{id}': 'https://portal.example/c/{id}' }`. */
export type Links = Readonly<Record<string, string>>;

const SLOT = /\{(\w+)\}/g;

/** The host's own address for a path of an element, such as `/campaigns/cmp_…`; null where it has none. */
export function linkTo(links: Links, path: string): string | null {
  for (const [template, target] of Object.entries(links)) {
    const names = [...template.matchAll(SLOT)].map(([, name]) => name);
    const shape = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(SLOT, '([^/?#]+)');
    const found = new RegExp(`^${shape}$`).exec(path);
    if (found)
      return target.replace(SLOT, (_, name) => encodeURIComponent(found[names.indexOf(String(name)) + 1] ?? ''));
  }
  return null;
}
