import { html } from '../base/html.ts';
import { Query, type QueryHost } from '../core/query.ts';
import type { Tone } from '../kit/badge.ts';
import { badgeMark } from '../kit/badge-mark.ts';
import { toneOf } from './color-tones.ts';

/** So many tags with a colour are known where leads are shown; further ones are grey. */
const MOST = 200;

/** The colours of a workspace's tags, asked for once a page. */
export class TagColors {
  readonly #tones: Query<ReadonlyMap<string, Tone>>;

  constructor(host: QueryHost) {
    this.#tones = new Query(host, {
      key: () => (host.session?.can('tag.read') ? ['tags', 'colors'] : null),
      async ask({ client }) {
        const where = { field: 'color', op: 'is_not_empty' } as const;
        const { items } = await client.tags.list({ limit: MOST, where });
        return new Map(items.map(({ name, color }) => [name, toneOf(color)]));
      },
    });
  }

  /** Changes when another colour is known. */
  get known(): ReadonlyMap<string, Tone> | null {
    return this.#tones.value;
  }

  readonly toneOf = (tag: string): Tone => this.#tones.value?.get(tag) ?? 'neutral';
}

/** The first tags of a lead as badges, and how many more there are. */
export function tagMarks(tags: readonly string[], of: (tag: string) => Tone, most = 3): unknown {
  const more = tags.length - most;
  return html`${tags.slice(0, most).map((tag) => badgeMark(html`<span class="cut">${tag}</span>`, of(tag)))}${more > 0 ? html`<span class="caption" title=${tags.slice(most).join(', ')}>+${more}</span>` : ''}`;
}
