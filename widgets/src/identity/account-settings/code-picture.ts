import { msg } from '@lit/localize';
import type { SecondFactorSetUp } from '@tabard/contract/identity/account';
import { svg, type TemplateResult } from 'lit';
import { html } from '../../base/html.ts';

/** The QR code, dark on light whatever the page is: an app must read it. */
export function codePicture({ size, path }: SecondFactorSetUp['picture']): TemplateResult {
  return html`<svg
    class="picture"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label=${msg('QR code for the authenticator app')}
    shape-rendering="crispEdges"
  >
    ${svg`<path d=${path}></path>`}
  </svg>`;
}
