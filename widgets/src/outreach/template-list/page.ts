import { msg } from '@lit/localize';
import { recordPage } from '../../app/record-page.ts';
import { html } from '../../base/html.ts';

/** Templates in the app. */
export const templatePage = recordPage({
  name: 'templates',
  record: 'template',
  title: () => msg('Templates'),
  needs: ['template.read'],
  load: async () => (await import('./template-list.ts')).TemplateList,
  view: (session, id, close) =>
    html`<x-template-list .session=${session} record-id=${id} @close-record=${close}></x-template-list>`,
  icon: 'templates',
  key: 't',
  skeleton: 'table',
  group: 'setup',
});
