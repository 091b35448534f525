// A list, a mail, live events. Mail is only ever set as text or shown in a sandboxed frame.
const $ = (id) => document.getElementById(id);
const WORDS = {
  open: ['Opened', 'Opens', 'good'],
  machine_open: ['Opened by a proxy', 'A proxy opens it', ''],
  click: ['Clicked', 'Clicks', 'good'],
  reply: ['Replied', 'Replies', 'info'],
  out_of_office: ['Out of office', 'Sends an out-of-office note', 'warn'],
  unsubscribe: ['Unsubscribed', 'Unsubscribes', 'warn'],
  hard_bounce: ['Bounced', 'Bounces', 'bad'],
  soft_bounce: ['Soft bounce', 'Bounces for now', 'warn'],
  complain: ['Complained', 'Complains', 'bad'],
};
const BUTTONS = { open: 'Open', click: 'Click', reply: 'Reply', unsubscribe: 'Unsubscribe', hard_bounce: 'Bounce' };
const PAGE = 100;
let mails = [];
let current = null;
let tab = 'html';
let images = false;

/** Makes an element; properties that start with aria or data become attributes. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (/^(aria|role|data|sandbox)/.test(name)) element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto', style: 'narrow' });
function ago(time) {
  const seconds = Math.round((time - Date.now()) / 1000);
  for (const [unit, size] of [
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60],
  ])
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  return Math.abs(seconds) < 5 ? 'now' : relative.format(seconds, 'second');
}
const exact = (time) => new Date(time).toLocaleString();

function initials(name) {
  const words = name.split(/[\s.@_+-]+/).filter(Boolean);
  return ((words[0]?.[0] ?? '?') + (words[1]?.[0] ?? '')).toUpperCase();
}

function row(mail, isNew) {
  const incoming = !mail.submittedBy;
  const who = incoming ? mail.fromName || mail.fromAddress : mail.toName || mail.recipient;
  const chips = [...new Set(mail.acts)].map((act) =>
    make('span', { className: `chip ${WORDS[act]?.[2] ?? ''}` }, WORDS[act]?.[0] ?? act),
  );
  if (incoming) chips.unshift(make('span', { className: 'chip' }, `to ${mail.recipient}`));
  const button = make(
    'button',
    { className: `${incoming ? 'incoming' : ''}${isNew ? ' new' : ''}`, onclick: () => open(mail.id) },
    make('span', { className: 'face', 'aria-hidden': 'true' }, initials(who)),
    make('span', { className: 'who' }, who),
    make('time', { className: 'when', title: exact(mail.receivedAt) }, ago(mail.receivedAt)),
    make('span', { className: 'subject' }, mail.subject || 'No subject'),
    make('span', { className: 'chips' }, ...chips),
  );
  button.setAttribute('aria-current', String(mail.id === current));
  button.dataset.id = mail.id;
  return make('li', {}, button);
}

function drawing() {
  const box = make('div');
  box.innerHTML =
    '<svg viewBox="0 0 72 56" aria-hidden="true"><rect x="8" y="10" width="56" height="38" rx="5"/><path d="m10 15 26 19 26-19M8 44l17-16M64 44 47 28"/></svg>';
  return box.firstChild;
}

async function load({ older = false, fresh = false } = {}) {
  const search = $('search').value.trim();
  const query = new URLSearchParams({ limit: PAGE, search });
  if (older && mails.length) query.set('before', mails.at(-1).id);
  const answer = await (await fetch(`/mails?${query}`)).json();
  const known = new Set(mails.map(({ id }) => id));
  mails = older ? [...mails, ...answer.mails] : answer.mails;
  const focused = document.activeElement?.dataset?.id;
  $('mails').replaceChildren(...mails.map((mail) => row(mail, fresh && !known.has(mail.id))));
  if (focused) document.querySelector(`#mails [data-id="${focused}"]`)?.focus({ preventScroll: true });
  $('count').textContent = answer.total
    ? `${answer.total.toLocaleString()} ${answer.total === 1 ? 'mail' : 'mails'}`
    : '';
  $('more').hidden = answer.mails.length < PAGE;
  const nothing = $('nothing');
  nothing.hidden = mails.length > 0;
  if (!mails.length && search) {
    const clear = make(
      'button',
      { className: 'push', onclick: () => (($('search').value = ''), load()) },
      'Clear search',
    );
    nothing.replaceChildren(
      make('strong', {}, 'No mail matches'),
      make('p', {}, `Nothing was found for “${search}”.`),
      clear,
    );
  } else if (!mails.length) {
    nothing.replaceChildren(
      make('strong', {}, 'No mail yet'),
      'Whatever is sent to this server shows up here at once.',
    );
  }
  if (!current) welcome();
}

function welcome() {
  const text = mails.length
    ? [make('strong', {}, 'Pick a mail'), 'It is shown as its recipient sees it, with what they did and will do.']
    : [
        make('strong', {}, 'Waiting for the first mail'),
        'Nothing leaves this machine. Launch a campaign and watch people react.',
      ];
  $('reading').replaceChildren(make('div', { className: 'nothing' }, drawing(), ...text));
}

async function open(id, quiet = false) {
  if (id !== current) [tab, images] = ['html', false];
  current = id;
  const answer = await fetch(`/mails/${id}`);
  if (!answer.ok) return close();
  const mail = await answer.json();
  if (current !== id) return;
  if (!quiet) {
    history.replaceState(null, '', `#${id}`);
    document.body.classList.add('open');
    for (const button of document.querySelectorAll('#mails button'))
      button.setAttribute('aria-current', String(Number(button.dataset.id) === id));
    show(mail);
  }
  document.querySelector('.story')?.replaceWith(story(mail));
}

function close() {
  current = null;
  document.body.classList.remove('open');
  history.replaceState(null, '', location.pathname);
  for (const button of document.querySelectorAll('#mails button')) button.setAttribute('aria-current', 'false');
  welcome();
}

function show(mail) {
  const facts = [
    ['From', mail.fromName ? `${mail.fromName} <${mail.fromAddress}>` : mail.fromAddress],
    ['To', mail.toName ? `${mail.toName} <${mail.recipient}>` : mail.recipient],
    ['Envelope', `${mail.envelopeFrom || 'no return path'} → ${mail.envelopeTo.join(', ')}`],
    ['Arrived', `${exact(mail.receivedAt)}, ${(mail.size / 1024).toFixed(1)} KB`],
  ];
  const acts = make('div', { className: 'acts' }, make('span', {}, 'Let them'));
  for (const [action, label] of Object.entries(BUTTONS)) {
    const button = make('button', { className: 'push' }, label);
    button.onclick = async () => {
      button.disabled = true;
      await fetch('/control/act', { method: 'POST', body: JSON.stringify({ messageId: mail.id, action }) });
      button.disabled = false;
    };
    acts.append(button);
  }
  const panel = make('div', { className: 'panel mail' });
  $('reading').replaceChildren(
    make(
      'div',
      { className: 'head' },
      make('button', { className: 'push back', onclick: close }, '← All mails'),
      make('h2', {}, mail.subject || 'No subject'),
      make('dl', {}, ...facts.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)])),
      mail.simulated ? acts : make('div', { className: 'acts' }),
    ),
    make('div', { className: 'columns' }, panel, story(mail)),
  );
  if (!mail.hasHtml && tab === 'html') tab = 'text';
  body(mail, panel);
  $('reading').scrollTop = 0;
}

function body(mail, panel) {
  const names = { html: 'Message', text: 'Text', headers: 'Headers', raw: 'Source' };
  if (!mail.hasHtml) delete names.html;
  const tabs = make('div', { className: 'tabs', role: 'tablist' });
  for (const [name, label] of Object.entries(names)) {
    const select = () => ((tab = name), body(mail, panel), panel.querySelector('[aria-selected="true"]').focus());
    tabs.append(make('button', { role: 'tab', 'aria-selected': String(tab === name), onclick: select }, label));
  }
  if (tab === 'html' && !images) {
    const title = 'Loading images tells the sender that this mail was opened';
    tabs.append(
      make(
        'button',
        { className: 'images', title, onclick: () => ((images = true), body(mail, panel)) },
        'Load images',
      ),
    );
  }
  panel.replaceChildren(tabs, view(mail));
  if (!mail.attachments.length) return;
  const files = mail.attachments.map(({ name, size }, index) =>
    make('a', { href: `/mails/${mail.id}/attachments/${index}` }, `${name} (${Math.ceil(size / 1024)} KB)`),
  );
  panel.append(make('div', { className: 'files' }, ...files));
}

function view(mail) {
  if (tab === 'html') {
    const src = `/mails/${mail.id}/html${images ? '?images' : ''}`;
    return make('iframe', { title: 'The message', sandbox: 'allow-popups allow-popups-to-escape-sandbox', src });
  }
  if (tab === 'headers') {
    return make(
      'dl',
      { className: 'fields' },
      ...mail.headers.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]),
    );
  }
  if (tab === 'text') return make('pre', { className: 'text' }, mail.text || 'This mail has no text part.');
  const source = make('pre', {}, 'Loading');
  fetch(`/mails/${mail.id}/raw`).then(async (answer) => (source.textContent = await answer.text()));
  return source;
}

function story(mail) {
  const items = mail.timeline.map(({ kind, dueAt, doneAt, outcome, detail }) => {
    const [past, future] = WORDS[kind] ?? [kind, kind];
    const failed = outcome?.startsWith('failed');
    const tone = kind === 'reply' && detail.tone ? `, ${detail.tone.replaceAll('_', ' ')}` : '';
    const time = make('time', { title: exact(doneAt ?? dueAt) }, ago(doneAt ?? dueAt));
    return make(
      'li',
      { className: failed ? 'failed' : doneAt ? 'done' : 'later' },
      doneAt && !failed ? `${past}${tone}` : `${future}${tone}`,
      make('small', {}, time, outcome ? ` · ${outcome}` : ''),
    );
  });
  const none = mail.simulated ? 'This person ignores the mail.' : 'Nobody is simulated behind this mailbox.';
  return make(
    'div',
    { className: 'panel story' },
    make('h3', {}, 'What they do'),
    items.length ? make('ul', {}, ...items) : make('p', {}, none),
  );
}

let waiting;
/** Many events at once make one reload. */
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (mails.length <= PAGE) load({ fresh: true });
    if (current) open(current, true);
  }, 120);
}

const events = new EventSource('/events');
events.onopen = () => {
  $('live').textContent = 'Live';
  $('live').classList.add('on');
  soon();
};
events.onerror = () => {
  $('live').textContent = 'Offline, trying again';
  $('live').classList.remove('on');
};
for (const name of ['mail', 'action', 'reset']) events.addEventListener(name, soon);

let typing;
$('search').oninput = () => {
  clearTimeout(typing);
  typing = setTimeout(() => load(), 150);
};
$('more').onclick = () => load({ older: true });
addEventListener('keydown', (event) => {
  if (event.target instanceof HTMLInputElement) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === '/') {
    event.preventDefault();
    $('search').focus();
  } else if (event.key === 'Escape') close();
  else if (event.key === 'j' || event.key === 'k') {
    const at = mails.findIndex(({ id }) => id === current);
    const next = mails[at < 0 ? 0 : at + (event.key === 'j' ? 1 : -1)];
    if (!next) return;
    open(next.id);
    document.querySelector(`#mails [data-id="${next.id}"]`)?.focus();
  }
});
setInterval(() => {
  for (const [index, element] of [...document.querySelectorAll('#mails time')].entries())
    if (mails[index]) element.textContent = ago(mails[index].receivedAt);
}, 15_000);

const linked = Number(location.hash.slice(1));
load().then(() => linked && open(linked));
