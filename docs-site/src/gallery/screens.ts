/** A screen of the gallery: pictures of one name in `public/pictures/gallery`, with what they show. */
export interface Screen {
  name: string;
  title: string;
  /** What somebody sees who cannot see the picture. */
  alt: string;
  /** What is different from the first release. */
  since: string;
  /** It was not there in the first release. */
  isNew?: true;
  isPhone?: true;
}

/** Every screen of the app, in the order of its navigation. */
export const screens: readonly Screen[] = [
  {
    name: 'sign-in',
    title: 'Signing in to an agency’s portal',
    alt: 'A form with email address and password under the agency’s name.',
    since: 'The portal’s own form; it stayed as it was.',
  },
  {
    name: 'own-sign-in',
    title: 'Signing in at an address of its own',
    alt: 'A plain page in nobody’s brand that asks for email address and password.',
    since: 'Who works without a portal has a page to sign in to.',
    isNew: true,
  },
  {
    name: 'home',
    title: 'Home',
    alt: 'Four figures, those who wait for an answer, campaigns under way, mailboxes, and what was sent each day.',
    since: 'Days are bars, each measure on a scale of its own; account and theme moved into one menu.',
  },
  {
    name: 'get-started',
    title: 'Get started',
    alt: 'Five steps from a mailbox to a first reply, all of them done.',
    since: 'The same five steps.',
  },
  {
    name: 'campaigns',
    title: 'Campaigns',
    alt: 'A list of three campaigns with state, mails sent, opened and answered, and a line of the last 14 days.',
    since: 'Rows can be chosen and archived, archived ones looked at, and one campaign stands beside the list.',
  },
  {
    name: 'campaign',
    title: 'A running campaign',
    alt: 'The numbers of one campaign, what happens next with it, and what it has done.',
    since: 'Overview, sequence, people and settings have a tab each; a problem leads to the people it concerns.',
  },
  {
    name: 'campaign-draft',
    title: 'A new campaign',
    alt: 'The first mail being written, beside audience, mailboxes, schedule and what is missing before launch.',
    since: 'Steps have numbers, the whole day is one switch, and an unfinished merge field is found before launch.',
  },
  {
    name: 'inbox',
    title: 'Inbox',
    alt: 'Conversations at one side, a mail and the answer to it in the middle, the person at the other side.',
    since: 'Mails stand as they were sent, with addresses beside names; rows are as high as what they say.',
  },
  {
    name: 'leads',
    title: 'Leads',
    alt: 'A table of leads with company, status, place and when they were added.',
    since: 'Every row is a link; search, filter, sorting and the open lead are in the address.',
  },
  {
    name: 'lead',
    title: 'One lead',
    alt: 'The fields of a lead in a drawer over the list.',
    since: 'What happened to a lead stands below its fields.',
  },
  {
    name: 'import',
    title: 'Importing leads',
    alt: 'A dialog with three steps that asks for a CSV file.',
    since: 'What is wrong with a file or a row is said in the reader’s language, in the downloaded report as well.',
  },
  {
    name: 'board',
    title: 'Board',
    alt: 'Leads as cards in columns by status.',
    since: 'A card is moved with the keyboard as with the mouse.',
  },
  {
    name: 'analytics',
    title: 'Analytics',
    alt: 'Six measures, one of them day by day, the way from mail to answer, and a row for each campaign.',
    since: 'Days are bars: between two of them is nothing to read.',
  },
  {
    name: 'members',
    title: 'Members',
    alt: 'People of a workspace with role and last visit, and invitations that are open.',
    since: 'People are invited, given another role and taken out here.',
    isNew: true,
  },
  {
    name: 'roles',
    title: 'Roles',
    alt: 'A table of roles with what each may do, who has it and where it comes from.',
    since: 'Roles are made of permissions, changed and copied here.',
    isNew: true,
  },
  {
    name: 'api-keys',
    title: 'API keys',
    alt: 'A table of keys with what each is good for, when it was last used and whether it is active.',
    since: 'Keys of servers are made, limited to networks and ended here.',
    isNew: true,
  },
  {
    name: 'audit-log',
    title: 'Audit log',
    alt: 'A table of what was done, by whom, to which record and when, with filters above it.',
    since: 'Who did what stands here, before and after.',
    isNew: true,
  },
  {
    name: 'brand',
    title: 'Brand',
    alt: 'Fields for name, logos and colours beside the app and a mail in them.',
    since: 'Looks and senders are set in the browser, each with where it comes from.',
    isNew: true,
  },
  {
    name: 'domains',
    title: 'Domains',
    alt: 'An empty list of host names with a button to add the first one.',
    since: 'Host names are added, checked and given back here.',
    isNew: true,
  },
  {
    name: 'organizations',
    title: 'Organizations',
    alt: 'A tree of an agency and its two workspaces.',
    since: 'Organizations and workspaces are made, moved and suspended here.',
    isNew: true,
  },
  {
    name: 'own-account',
    title: 'Your account',
    alt: 'Profile, address, password, second factor and the browsers that somebody is signed in with.',
    since: 'Who works without a portal looks after the account here.',
    isNew: true,
  },
  {
    name: 'templates',
    title: 'Templates',
    alt: 'A list of three templates with their subjects.',
    since: 'Merge fields have names, and each row begins to tell its text.',
  },
  {
    name: 'template',
    title: 'Writing a template',
    alt: 'A template being written, with its mail beside it.',
    since: 'Merge fields in the text are words; the mail is seen as on a desktop and on a phone.',
  },
  {
    name: 'mailboxes',
    title: 'Mailboxes',
    alt: 'Two mailboxes with their state and what they sent today.',
    since: 'A list like the others: searched, arranged and archived.',
  },
  {
    name: 'mailbox',
    title: 'Connecting a mailbox',
    alt: 'A form for address, name, and the servers for sending and receiving.',
    since: 'What must be filled in is marked, and what is refused is said at its field.',
  },
  {
    name: 'palette',
    title: 'Search and commands',
    alt: 'A field over the page with places to go to below it.',
    since: 'Nothing that is typed before it is there is lost.',
  },
  {
    name: 'help',
    title: 'Help and keys',
    alt: 'All keys in a dialog, and an address for questions.',
    since: 'Links have the brand’s colour.',
  },
  {
    name: 'account',
    title: 'The account menu',
    alt: 'A menu with the person’s name, light or dark, help and the way out.',
    since: 'Four buttons of the navigation’s foot became one menu.',
    isNew: true,
  },
  {
    name: 'inbox-dark',
    title: 'Inbox, dark',
    alt: 'The inbox in dark colours.',
    since: 'Dark greys are of one hue.',
  },
  {
    name: 'analytics-dark',
    title: 'Analytics, dark',
    alt: 'Analytics in dark colours.',
    since: 'Dark greys are of one hue.',
  },
  {
    name: 'home-phone',
    title: 'Home on a phone',
    alt: 'Home, 390 pixels wide.',
    since: 'The account stands beside the search.',
    isPhone: true,
  },
  {
    name: 'campaigns-phone',
    title: 'Campaigns on a phone',
    alt: 'Campaigns, 390 pixels wide.',
    since: 'Rows keep their figures and actions.',
    isPhone: true,
  },
  {
    name: 'inbox-phone',
    title: 'Inbox on a phone',
    alt: 'Conversations, 390 pixels wide.',
    since: 'Rows are as high as what they say.',
    isPhone: true,
  },
  {
    name: 'leads-phone',
    title: 'Leads on a phone',
    alt: 'Leads, 390 pixels wide.',
    since: 'Filters, search and arranging stay in reach.',
    isPhone: true,
  },
];
