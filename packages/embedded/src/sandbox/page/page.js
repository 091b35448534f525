// A list, a mail, live events.
import { makeChips, makeStory } from './acts.js';
import { make, makeNothing, makeTime, refreshTimes } from './elements.js';
import { showMail } from './reading.js';

const $ = (id) => document.getElementById(id);
const PAGE = 100;
let mails = [];
let total = 0;
let current = null;

function initials(name) {
  const words = name.split(/[\s.@_+-]+/).filter(Boolean);
  return ((words[0]?.[0] ?? '?') + (words[1]?.[0] ?? '')).toUpperCase();
}

function makeRow(mail, isNew) {
  const incoming = !mail.submittedBy;
  const who = incoming ? mail.fromName || mail.fromAddress : mail.toName || mail.recipient;
  const chips = makeChips(mail.acts);
  if (incoming) chips.unshift(make('span', { className: 'chip' }, `to ${mail.recipient}`));
  const button = make(
    'button',
    {
      className: `${incoming ? 'incoming' : ''}${isNew ? ' new' : ''}`,
      'aria-current': String(mail.id === current),
      'data-id': mail.id,
      click: () => void open(mail.id),
    },
    make('span', { className: 'face', 'aria-hidden': 'true' }, initials(who)),
    make('span', { className: 'who', title: incoming ? mail.fromAddress : mail.recipient }, who),
    makeTime(mail.receivedAt, { className: 'when' }),
    make('span', { className: 'subject' }, mail.subject || 'No subject'),
    ...(chips.length ? [make('span', { className: 'chips' }, ...chips)] : []),
  );
  return make('li', {}, button);
}

const rowOf = (id) => document.querySelector(`#mails [data-id="${id}"]`);

async function load({ older = false, fresh = false } = {}) {
  const search = $('search').value.trim();
  const query = new URLSearchParams({ limit: PAGE, search });
  if (older && mails.length) query.set('before', mails.at(-1).id);
  const answer = await (await fetch(`/mails?${query}`)).json();
  // Somebody typed on while this was under way.
  if (search !== $('search').value.trim()) return;
  const known = new Set(mails.map(({ id }) => id));
  mails = older ? [...mails, ...answer.mails] : answer.mails;
  total = answer.total;
  const focused = document.activeElement?.dataset?.id;
  $('mails').replaceChildren(...mails.map((mail) => makeRow(mail, fresh && !known.has(mail.id))));
  if (focused) rowOf(focused)?.focus({ preventScroll: true });
  $('count').textContent = total ? `${total.toLocaleString()} ${total === 1 ? 'mail' : 'mails'}` : '';
  $('more').hidden = answer.mails.length < PAGE;
  $('nothing').hidden = mails.length > 0;
  $('nothing').replaceChildren(...(search ? noMatch(search) : noMail()));
  if (!current) welcome();
}

const noMail = () => [make('strong', {}, 'No mail yet'), make('p', {}, 'The first one shows up here at once.')];

function noMatch(search) {
  const clear = () => {
    $('search').value = '';
    $('search').focus();
    void load();
  };
  const text = `No person, address or subject contains “${search}”.`;
  return [
    make('strong', {}, 'No mail matches'),
    make('p', {}, text),
    make('button', { className: 'push', click: clear }, 'Clear search'),
  ];
}

function welcome() {
  const nothing = total
    ? makeNothing('Pick a mail', 'It is shown as its recipient sees it, with what they did and will do.')
    : makeNothing(
        'Waiting for the first mail',
        'Nothing that is sent here leaves this machine. Launch a campaign and watch people react.',
      );
  $('reading').replaceChildren(nothing);
}

function mark() {
  for (const button of document.querySelectorAll('#mails button'))
    button.setAttribute('aria-current', String(Number(button.dataset.id) === current));
}

async function fetchMail(id) {
  const answer = await fetch(`/mails/${id}`);
  if (current !== id) return null;
  if (answer.ok) return answer.json();
  close();
  return null;
}

async function open(id) {
  current = id;
  const mail = await fetchMail(id);
  if (!mail) return;
  history.replaceState(null, '', `#${id}`);
  document.body.classList.add('open');
  mark();
  showMail($('reading'), mail, close);
  // On a phone the list is gone now, and the focus with it.
  if (!$('mails').checkVisibility()) $('reading').focus();
}

/** Only the story changes while a mail is read, so that the reader's place in it stays. */
async function retell() {
  const mail = await fetchMail(current);
  if (mail) document.querySelector('.story')?.replaceWith(makeStory(mail));
}

function close() {
  const last = current;
  current = null;
  document.body.classList.remove('open');
  history.replaceState(null, '', location.pathname);
  mark();
  welcome();
  rowOf(last)?.focus();
}

function move(step) {
  const at = mails.findIndex(({ id }) => id === current);
  const next = mails[at < 0 ? 0 : at + step];
  if (!next) return;
  void open(next.id);
  rowOf(next.id)?.focus();
}

let waiting;
/** Many events at once make one reload. */
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (mails.length <= PAGE) void load({ fresh: true });
    if (current) void retell();
  }, 120);
}

const events = new EventSource('/events');
function live(on) {
  $('live').textContent = on ? 'Live' : 'Offline, trying again';
  $('live').classList.toggle('on', on);
  if (on) soon();
}
events.addEventListener('open', () => live(true));
events.addEventListener('error', () => live(false));
for (const name of ['mail', 'action', 'reset']) events.addEventListener(name, soon);

let typing;
$('search').addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => void load(), 150);
});
$('more').addEventListener('click', () => void load({ older: true }));
addEventListener('keydown', (event) => {
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.target === $('search')) {
    if (event.key === 'Escape') event.target.blur();
    if ((event.key === 'Enter' || event.key === 'ArrowDown') && mails[0]) {
      event.preventDefault();
      void open(mails[0].id);
      rowOf(mails[0].id)?.focus();
    }
    return;
  }
  if (event.key === '/') {
    event.preventDefault();
    $('search').select();
  } else if (event.key === 'Escape' && current) close();
  else if (event.key === 'j') move(1);
  else if (event.key === 'k') move(-1);
});
setInterval(refreshTimes, 15_000);

const linked = Number(location.hash.slice(1));
void load().then(() => linked && open(linked));
