import { makeActs, makeStory } from './acts.js';
import { formatSize, formatTime, make } from './elements.js';

const TABS = { html: 'Message', text: 'Text', headers: 'Headers', raw: 'Source' };
let shown = null;
let tab = 'html';
let images = false;

/** Shows a mail as its recipient sees it, with what they did and will do. */
export function showMail(pane, mail, onBack) {
  if (shown?.id !== mail.id) [tab, images] = ['html', false];
  shown = mail;
  const panel = make('div', { className: 'panel mail' });
  const head = make(
    'div',
    { className: 'head' },
    make('button', { className: 'push back', click: onBack }, '← All mails'),
    make('h2', {}, mail.subject || 'No subject'),
    make('dl', {}, ...factsOf(mail).flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)])),
  );
  if (mail.simulated) head.append(makeActs(mail));
  const columns = make('div', { className: 'columns' }, panel);
  // A mail to an account has nobody to watch, so it gets the whole width.
  if (mail.simulated || mail.timeline.length) columns.append(makeStory(mail));
  else columns.classList.add('alone');
  pane.replaceChildren(head, columns);
  if (!mail.hasHtml && tab === 'html') tab = 'text';
  fillPanel(mail, panel);
  pane.scrollTop = 0;
}

function factsOf(mail) {
  const named = (name, address) => (name ? `${name} <${address}>` : address);
  const plain = mail.envelopeFrom === mail.fromAddress && mail.envelopeTo.length === 1;
  return [
    ['From', named(mail.fromName, mail.fromAddress)],
    ['To', named(mail.toName, mail.recipient)],
    // Only worth a line when it tells more than the two above.
    ...(plain ? [] : [['Envelope', `${mail.envelopeFrom || 'no return path'} → ${mail.envelopeTo.join(', ')}`]]),
    ['Arrived', `${formatTime(mail.receivedAt)} · ${formatSize(mail.size)}`],
  ];
}

function fillPanel(mail, panel) {
  const names = Object.keys(TABS).filter((name) => mail.hasHtml || name !== 'html');
  const select = (name) => {
    tab = name;
    fillPanel(mail, panel);
    panel.querySelector('[aria-selected="true"]').focus();
  };
  const onArrow = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) select(names.at((names.indexOf(tab) + step) % names.length));
  };
  const buttons = names.map((name) => {
    const selected = name === tab;
    const properties = { role: 'tab', 'aria-selected': String(selected), tabIndex: selected ? 0 : -1 };
    return make('button', { ...properties, click: () => select(name) }, TABS[name]);
  });
  const bar = make('div', { className: 'tabs' }, make('div', { role: 'tablist', keydown: onArrow }, ...buttons));
  if (tab === 'html' && !images) {
    const show = () => {
      images = true;
      fillPanel(mail, panel);
    };
    const title = 'Loading images tells the sender that this mail was opened';
    bar.append(make('button', { className: 'images', title, click: show }, 'Load images'));
  }
  const files = mail.attachments.map(({ name, size }, index) =>
    make('a', { href: `/mails/${mail.id}/attachments/${index}` }, name, make('small', {}, formatSize(size))),
  );
  panel.replaceChildren(bar, makeView(mail));
  if (files.length) panel.append(make('div', { className: 'files' }, ...files));
}

function makeView(mail) {
  if (tab === 'html') {
    const src = `/mails/${mail.id}/html${images ? '?images' : ''}`;
    return make('iframe', { title: 'The message', sandbox: 'allow-popups allow-popups-to-escape-sandbox', src });
  }
  if (tab === 'headers') {
    const fields = mail.headers.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]);
    return make('dl', { className: 'fields' }, ...fields);
  }
  if (tab === 'text') return make('pre', { className: 'text' }, mail.text || 'This mail has no text part.');
  const source = make('pre', {}, 'Loading');
  void fillSource(mail, source);
  return source;
}

async function fillSource(mail, source) {
  try {
    const answer = await fetch(`/mails/${mail.id}/raw`);
    source.textContent = await answer.text();
  } catch {
    source.textContent = 'The source could not be read; try again when the sandbox is live.';
  }
}
