import { expect } from '@open-wc/testing';
import { onPage, showWidget } from './stage-shown.ts';
import type { Staging } from './stage.ts';
import { everyDeep } from './stories/find-deep.ts';
import { until } from './until.ts';

onPage();

const shown = (more: Partial<Staging> = {}) =>
  showWidget({ widget: 'campaign-editor', attributes: { 'campaign-id': 'cmp_0' }, ...more });

describe('what keeps mails waiting', () => {
  it('says why nothing leaves now, and when the first goes on, in whole sentences of every language', async () => {
    // Half a unit more, for the seconds until it is shown.
    const later = (minutes: number): string => new Date(Date.now() + (minutes + 0.4) * 60_000).toISOString();
    const reasons = () => [
      { reason: 'waiting_delay', message: 'x', count: 3, until: later(5) },
      { reason: 'outside_window', message: 'x', count: 2, until: later(180) },
      { reason: 'mailbox_cap', message: 'x', count: 1, until: later(3 * 1440) },
      { reason: 'mailbox_gap', message: 'x', count: 1, until: later(-1) },
    ];
    const answers = { 'campaigns.whyNotNow': () => ({ reasons: reasons() }) };
    const { root, instance } = await shown({ sample: { answers } });
    const said = (): string[] =>
      [...everyDeep(root)].filter((one) => one.matches('.why li > :first-child')).map((one) => one.textContent.trim());
    const expected: Record<string, string[]> = {
      en: [
        'The delay before the next step ends in 5 minutes for the first of them.',
        'The sending window is closed and opens in 3 hours.',
        'The mailbox has sent as many mails as it may today. The first of them goes on in 3 days.',
        'The mailbox keeps its gap between two mails.',
      ],
      de: [
        'Die Wartezeit vor dem nächsten Schritt endet für den ersten in 5 Minuten.',
        'Das Sendefenster ist geschlossen und öffnet in 3 Stunden.',
      ],
      fr: [
        'Le délai avant l’étape suivante se termine dans 5 minutes pour le premier.',
        'La fenêtre d’envoi est fermée et s’ouvre dans 3 heures.',
      ],
      es: [
        'La espera antes del siguiente paso termina dentro de 5 minutos para el primero.',
        'La ventana de envío está cerrada y se abre dentro de 3 horas.',
      ],
    };
    for (const [locale, sentences] of Object.entries(expected)) {
      instance.update({ locale });
      await until(() => said()[0] === sentences[0]);
      expect(said().slice(0, sentences.length)).to.deep.equal(sentences);
    }
  });
});
