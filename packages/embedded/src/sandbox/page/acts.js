import { make, makeTime } from './elements.js';

/** Each act as something done, as something still to come, and its colour. */
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

export function makeChips(acts) {
  return [...new Set(acts)].map((act) =>
    make('span', { className: `chip ${WORDS[act]?.[2] ?? ''}` }, WORDS[act]?.[0] ?? act),
  );
}

/** Buttons that make the recipient do something now, and a line that says how it went. */
export function makeActs(mail) {
  const said = make('span', { className: 'said', role: 'status' });
  const perform = async (action, { currentTarget }) => {
    currentTarget.disabled = true;
    try {
      const body = JSON.stringify({ messageId: mail.id, action });
      const answer = await (await fetch('/control/act', { method: 'POST', body })).json();
      said.textContent = answer.error ?? answer.outcome;
    } catch {
      said.textContent = 'The sandbox does not answer; try again when it is live.';
    }
    currentTarget.disabled = false;
  };
  const buttons = Object.entries(BUTTONS).map(([action, label]) =>
    make('button', { className: 'push', click: (event) => void perform(action, event) }, label),
  );
  return make('div', { className: 'acts' }, make('span', { className: 'label' }, 'Let them'), ...buttons, said);
}

/** What the person did and will do, in the order of time. */
export function makeStory(mail) {
  const items = mail.timeline.map(({ kind, dueAt, doneAt, outcome, detail }) => {
    const [past, future] = WORDS[kind] ?? [kind, kind];
    const failed = outcome?.startsWith('failed');
    const tone = kind === 'reply' && detail.tone ? `, ${detail.tone.replaceAll('_', ' ')}` : '';
    return make(
      'li',
      { className: failed ? 'failed' : doneAt ? 'done' : 'later' },
      doneAt && !failed ? `${past}${tone}` : `${future}${tone}`,
      make('small', {}, makeTime(doneAt ?? dueAt), outcome ? ` · ${outcome}` : ''),
    );
  });
  const story = items.length ? make('ul', {}, ...items) : make('p', {}, 'This person ignores the mail.');
  return make('aside', { className: 'panel story' }, make('h3', {}, 'What they do'), story);
}
