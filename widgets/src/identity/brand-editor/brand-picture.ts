import { nothing } from 'lit';
import { html } from '../../base/html.ts';

/** Pictures that did not come: what stands behind them is shown instead, and nobody asks for them again. */
const missing = new Set<string>();

/** A picture of a brand, gone where it does not load. It is decoration: the name stands beside it. */
export function brandPicture(url: string | null | undefined, kind: string): unknown {
  if (!url || missing.has(url)) return nothing;
  return html`<img
    class=${kind}
    src=${url}
    alt=""
    referrerpolicy="no-referrer"
    @load=${(event: Event) => ((event.target as HTMLElement).hidden = false)}
    @error=${(event: Event) => {
      missing.add(url);
      (event.target as HTMLElement).hidden = true;
    }}
  />`;
}
