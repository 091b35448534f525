import { msg, str } from '@lit/localize';
import type { UserSession } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import { deviceName } from './device-name.ts';

interface PlaceActs {
  format: Format;
  end: (item: UserSession) => unknown;
  endOthers: () => unknown;
}

/** Where a person is signed in, and how they sign out there. */
export function placeLines(items: readonly UserSession[], acts: PlaceActs): TemplateResult {
  return html`<ul>
      ${items.map(
        (item) =>
          html`<li class="line">
            <span class="two"
              ><span class="row word"
                ><span class="strong">${deviceName(item)}</span>
                ${item.isCurrent ? badgeMark(msg('This browser'), 'accent') : ''}</span
              ><span class="caption">${used(item, acts.format)}</span></span
            >
            ${
              item.isCurrent
                ? ''
                : html`<span class="row"
                    ><x-button
                      size="small"
                      label=${msg(str`Sign out ${deviceName(item)}`)}
                      @click=${() => acts.end(item)}
                      >${msg('Sign out')}</x-button
                    ></span
                  >`
            }
          </li>`,
      )}
    </ul>
    ${
      items.length > 2
        ? html`<div class="line">
            <x-button variant="quiet" @click=${() => acts.endOthers()}>${msg('Sign out everywhere else')}</x-button>
          </div>`
        : ''
    }`;
}

function used({ address, createdAt, lastSeenAt, isCurrent }: UserSession, format: Format): string {
  const last = isCurrent ? msg('Used now') : msg(str`Used ${format.relative(lastSeenAt)}`);
  const since = msg(str`signed in ${format.relative(createdAt)}`);
  return [last, since, address ? msg(str`from ${address}`) : ''].filter(Boolean).join(' · ');
}
