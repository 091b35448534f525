import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';

interface Made {
  secret: string;
  baseUrl: string;
  /** What was copied last. */
  copied: string;
  copy: (text: string) => void;
}

/** A secret, shown once, with the first call to make with it. */
export function secretView({ secret, baseUrl, copied, copy }: Made): TemplateResult {
  const example = curlExample(baseUrl, secret);
  const copyButton = (text: string): TemplateResult =>
    html`<x-button icon="copy" @click=${() => copy(text)}>${copied === text ? msg('Copied') : msg('Copy')}</x-button>`;
  return html`<div class="made">
    <x-banner tone="warning"
      >${msg('It is shown this once. Keep it on your server, never in a page or in a repository.')}</x-banner
    >
    <div class="row secret">
      <x-input class="grow" readonly label=${msg('Secret')} .value=${secret}></x-input>
      ${copyButton(secret)}
    </div>
    <div>
      <div class="row">
        <h2>${msg('Try it')}</h2>
        <span class="push">${copyButton(example)}</span>
      </div>
      <p class="caption">${msg('The answer says who is calling and what the key may do.')}</p>
    </div>
    <pre lang="zxx" tabindex="0" aria-label=${msg('Try it')}>${example}</pre>
  </div>`;
}

const curlExample = (baseUrl: string, secret: string): string =>
  `curl ${baseUrl.replace(/\/+$/, '')}/rpc/sessions.current \\
  -H 'Authorization: Bearer ${secret}' \\
  -H 'Content-Type: application/json' -d '{}'`;
