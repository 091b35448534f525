import type { Conversation, Message } from '@tabard/contract';
import { ago, lead, pick } from './sample-records.ts';

const WORDS: [string, Conversation['intent'], Conversation['lastClass']][] = [
  [
    'Hi Mara, good timing. Thursday at 10 works. Could you send the Rotterdam figures before, so I can bring our planner?',
    'interested',
    'human',
  ],
  ['We signed with another broker in September, so not this year.', 'not_now', 'human'],
  ['I am away until 2 December. For urgent matters please write to the desk.', null, 'out_of_office'],
  ['Bonjour, merci pour votre message. Pouvez-vous me dire quels trajets vous couvrez ?', 'question', 'human'],
  ['Please talk to my colleague Erik, he owns logistics now.', 'referral', 'human'],
  ['Could we meet at the fair in Hamburg next week?', 'meeting', 'human'],
  ['Thanks, but no.', 'not_interested', 'human'],
];
/** The thread in which a person has to decide, and somebody else took part. */
const ASKING = 5;
const STRANGER = 'accounts@elsewhere.example';
export function conversation(index: number): Conversation {
  const [text, intent, lastClass] = pick(WORDS, index);
  const who = lead(index);
  const name = `${who.firstName ?? ''} ${who.lastName ?? ''}`;
  const message = (id: string, change: Partial<Message>): Message => ({
    id,
    direction: 'in',
    state: 'received',
    class: 'human',
    from: { name, address: who.email },
    to: [],
    replyTo: [],
    subject: 'Re: Your Rotterdam lanes',
    text,
    quoted: '',
    html: null,
    footer: null,
    blockedImages: 0,
    attachments: [],
    problem: null,
    source: 'whole',
    sentAt: ago(index * 90 + 2),
    ...change,
  });
  const first =
    'Hi, I saw that you opened a second depot in Venlo. We cut empty return legs on Rotterdam–Venlo by a third for two brokers your size. Worth fifteen minutes this week?';
  return {
    id: `cnv_${index}`,
    subject: 'Re: Your Rotterdam lanes',
    lead: { id: who.id, name, email: who.email, company: who.company },
    counterpart: { name, address: who.email },
    mailbox: { id: 'mbx_0', address: 'mara@harbor.example' },
    campaign: { id: 'cmp_0', name: 'Freight brokers, Q4' },
    preview: text,
    intent,
    lastClass,
    unread: index < 2,
    state: 'open',
    question: index === ASKING ? 'wants_out' : null,
    messageCount: 2,
    lastMessageAt: ago(index * 90 + 2),
    recipients: [{ name, address: who.email }, ...(index === ASKING ? [{ name, address: STRANGER }] : [])],
    messages: [
      message(`msg_${index}_0`, {
        direction: 'out',
        state: 'sent',
        from: { name: 'Mara Lindholm', address: 'mara@harbor.example' },
        text: first,
        html: `<p>Hi ${who.firstName ?? ''},</p><p>I saw that you opened a second depot in Venlo. We cut empty return legs on <a href="https://harbor.example/lanes">Rotterdam–Venlo</a> by a third for two brokers your size. Worth fifteen minutes this week?</p><p>Mara</p>`,
        footer: '<div>Harbor Freight, Wilhelminakade 9, 3072 Rotterdam<br><a>Unsubscribe</a></div>',
        source: 'none',
        sentAt: ago(index * 90 + 1500),
      }),
      ...(index === ASKING
        ? [
            message(`msg_${index}_2`, {
              class: 'unreadable',
              from: { name, address: STRANGER },
              replyTo: [{ name: '', address: 'desk@elsewhere.example' }],
              text: '',
              sentAt: ago(index * 90 + 60),
            }),
          ]
        : []),
      message(
        `msg_${index}_1`,
        index === 0
          ? {
              html: `<p>${text}</p><p>Best<br>Lena <img data-src="https://track.example/p.gif" onerror="alert(1)"><script>alert(1)</script></p>`,
              blockedImages: 1,
              attachments: [{ name: 'lanes.pdf', type: 'application/pdf', size: 84_000 }],
            }
          : {},
      ),
    ],
  };
}
