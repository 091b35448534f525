/** One client of the agency: a workspace of the platform. */
export interface Client {
  slug: string;
  name: string;
  workspaceId: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => escapes[character]!); // every matched one is listed

const icons: Record<string, string> = {
  app: '<path d="M2.500 2.500h4.500v4.500H2.500zM9 2.500h4.500v4.500H9zM2.500 9h4.500v4.500H2.500zM9 9h4.500v4.500H9z"/>',
  analytics: '<path d="M2.5 13.500h11M4.500 11V7.500M8 11V3M11.500 11V5.500"/>',
  campaigns: '<path d="m2 8 12-5-4 11-2.800-4.600z"/>',
  inbox: '<path d="M2 9h3l1 2h4l1-2h3M3.500 3h9L14 9v4H2V9z"/>',
  leads:
    '<circle cx="6" cy="5" r="2.500"/><path d="M1.500 13.500c.5-3 2.300-4.200 4.500-4.200s4 1.200 4.500 4.200M11 3.200a2.400 2.400 0 0 1 0 4.200M12.200 9.600c1.300.6 2 1.900 2.300 3.900"/>',
  mailboxes: '<path d="M2 4h12v8.500H2zM2 4.500l6 4.500 6-4.500"/>',
  templates: '<path d="M3 2.500h10v11H3zM3 6h10M6.500 6v7.500"/>',
};
const icon = (name: string): string => `<svg viewBox="0 0 16 16" aria-hidden="true">${icons[name] ?? ''}</svg>`;

const sections: [name: string, label: string, group: string][] = [
  ['app', 'Workspace', 'Overview'],
  ['analytics', 'Results', 'Overview'],
  ['campaigns', 'Campaigns', 'Outreach'],
  ['inbox', 'Inbox', 'Outreach'],
  ['leads', 'Leads', 'Outreach'],
  ['templates', 'Templates', 'Set-up'],
  ['mailboxes', 'Mailboxes', 'Set-up'],
];

/** The element that fills a page of one client, or null where there is none. */
export function widgetPage(client: Client, section: string, id: string): string | null {
  const link = escape(`/${client.slug}`);
  const known = /^[a-z]{3}_[0-9a-f]{32}$/.test(id) ? id : null;
  const record = known ? ` record-id="${known}"` : '';
  switch (section) {
    case 'analytics':
      return `<northlight-analytics-overview></northlight-analytics-overview>`;
    case 'campaigns':
      if (id === 'new')
        return `<a class="back" href="${link}/campaigns">All campaigns</a><northlight-campaign-editor></northlight-campaign-editor>`;
      return known
        ? `<a class="back" href="${link}/campaigns">All campaigns</a><northlight-campaign-editor campaign-id="${known}"></northlight-campaign-editor>`
        : `<northlight-campaign-list></northlight-campaign-list>`;
    case 'inbox':
      return `<northlight-inbox${known ? ` conversation-id="${known}"` : ''} shortcuts="page"></northlight-inbox>`;
    case 'leads':
      return `<northlight-lead-table${known ? ` lead-id="${known}"` : ''}></northlight-lead-table>`;
    case 'mailboxes':
      return `<northlight-mailbox-list${record}></northlight-mailbox-list>`;
    case 'templates':
      return `<northlight-template-list${record}></northlight-template-list>`;
    default:
      return null;
  }
}

export const notFoundPage = `<div class="message"><h1>This page is not here</h1><p>Choose one from the menu.</p></div>`;

function head(nonce: string, title: string, script: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/portal.css">${script && `<script type="module" nonce="${nonce}" src="${script}"></script>`}</head>`;
}

const logo = `<span class="logo" aria-hidden="true"><svg viewBox="0 0 16 16"><path d="M8 1.500v13M1.500 8h13M3.600 3.600l8.800 8.800M12.400 3.600l-8.800 8.800"/></svg></span>`;

const refusals = {
  wrong: 'The email or the password is wrong. Try again.',
  wait: 'Too many wrong passwords. Wait a while, then try again.',
  stranger: 'You are not a member of this portal. Ask the agency to add you.',
} as const;

/** Why somebody was not let in. */
export type Refusal = keyof typeof refusals;

/** The sign-in page. */
export function signInPage(nonce: string, failed: string | null): string {
  const problem =
    failed === null ? null : (Object.entries(refusals).find(([name]) => name === failed)?.[1] ?? refusals.wrong);
  return `${head(nonce, 'Sign in · Northlight', '')}<body class="sign-in"><main><form method="post" action="/sign-in">
${logo}<h1>Northlight client portal</h1><p>Sign in to see your campaigns, replies and results.</p>
${problem ? `<p class="failed" role="alert">${problem}</p>` : ''}
<label>Email<input name="email" type="email" autocomplete="username" required autofocus></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button></form></main></body></html>`;
}

/** Goes from one client to another. */
function switcherOf(clients: Client[], client: Client | undefined, section: string): string {
  const links = clients
    .map(
      (one) =>
        `<a href="/${escape(one.slug)}/${escape(section)}"${one.slug === client?.slug ? ' aria-current="true"' : ''}>${escape(one.name)}</a>`,
    )
    .join('');
  return `<details class="switcher" slot="workspace"><summary>${logo}<span><b>${escape(client?.name ?? '')}</b><small>Northlight</small></span></summary><div>${links}</div></details>`;
}

function personOf(person: { name: string; email: string }): string {
  return `<form class="person" method="post" action="/sign-out"><span><b>${escape(person.name)}</b><small>${escape(person.email)}</small></span><button>Sign out</button></form>`;
}

/** The whole product as one page: the app element brings its own navigation, the portal its clients. */
export function appPage(options: {
  nonce: string;
  apiUrl: string;
  clients: Client[];
  client: Client;
  /** Where in the app it begins, such as `/inbox`. */
  route: string;
}): string {
  const { nonce, apiUrl, clients, client, route } = options;
  return `${head(nonce, `${client.name} · Northlight`, '/assets/portal.js')}
<body class="whole" data-api="${escape(apiUrl)}" data-client="${escape(client.slug)}"><northlight-app route="${escape(route)}" signs-out>${switcherOf(clients, client, 'app')}
<p slot="help"><a href="/${escape(client.slug)}/analytics">Back to the portal</a></p></northlight-app></body></html>`;
}

/** The portal around one client's page. */
export function frame(options: {
  nonce: string;
  apiUrl: string;
  clients: Client[];
  client?: Client;
  person: { name: string; email: string };
  active?: string;
  content: string;
}): string {
  const { nonce, apiUrl, clients, client = clients[0], person, active, content } = options;
  const slug = escape(client?.slug ?? '');
  const entry = ([name, label]: (typeof sections)[number]) =>
    `<a href="/${slug}/${name}"${name === active ? ' aria-current="page"' : ''}>${icon(name)}<span>${label}</span></a>`;
  const groups = [...new Set(sections.map(([, , group]) => group))];
  const navigation = groups
    .map(
      (group) =>
        `<h2>${group}</h2>${sections
          .filter(([, , own]) => own === group)
          .map(entry)
          .join('')}`,
    )
    .join('');
  const switcher = switcherOf(clients, client, active ?? 'analytics');
  const title = sections.find(([name]) => name === active)?.[1] ?? 'Portal';
  return `${head(nonce, `${title} · ${client?.name ?? ''} · Northlight`, '/assets/portal.js')}
<body data-api="${escape(apiUrl)}" data-client="${slug}"><a class="skip" href="#main">Skip to content</a>
<header>${switcher}
<nav aria-label="Portal">${navigation}</nav>
${personOf(person)}</header>
<main id="main" data-section="${escape(active ?? '')}">${content}</main></body></html>`;
}
