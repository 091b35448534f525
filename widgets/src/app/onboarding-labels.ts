import { msg } from '@lit/localize';
import type { Permission } from '@tabard/contract';
import { pathTo } from './app-routes.ts';
import type { StepName } from './onboarding-memory.ts';

interface StepWords {
  title: string;
  text: string;
  /** What its button says. */
  act: string;
  /** Where it is done, and who may. */
  path: string;
  needs: Permission;
}

/** What a first step is called, why it matters and where it is done. */
export function stepWords(name: StepName): StepWords {
  const words: Record<StepName, StepWords> = {
    mailbox: {
      title: msg('Connect a mailbox'),
      text: msg('Campaigns send from your own mailboxes, and replies come back to them.'),
      act: msg('Connect'),
      path: pathTo('connect-mailbox'),
      needs: 'mailbox.manage',
    },
    leads: {
      title: msg('Import your leads'),
      text: msg('A CSV file with the people you want to reach. Duplicates are found for you.'),
      act: msg('Import'),
      path: pathTo('import-leads'),
      needs: 'lead.import',
    },
    message: {
      title: msg('Write your first message'),
      text: msg('A campaign of one or more steps, or a template to start from.'),
      act: msg('Write'),
      path: pathTo('new-campaign'),
      needs: 'campaign.write',
    },
    launch: {
      title: msg('Launch the campaign'),
      text: msg('A checklist shows what is missing. You can pause at any time.'),
      act: msg('Open campaigns'),
      path: pathTo('campaigns'),
      needs: 'campaign.launch',
    },
    reply: {
      title: msg('Get the first reply'),
      text: msg('Replies appear in the inbox by themselves, and stop further steps to that person.'),
      act: msg('Open inbox'),
      path: pathTo('inbox'),
      needs: 'inbox.read',
    },
  };
  return words[name];
}
