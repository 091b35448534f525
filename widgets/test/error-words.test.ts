import { expect } from '@open-wc/testing';
import { errors } from '@tabard/contract/errors';
import { targetLocales } from '../src/core/locale-codes.ts';
import { words } from './look-inside.ts';
import { openTab } from './open-tab.ts';
import { findDeep } from './stories/find-deep.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { until } from './until.ts';

onPage();

/** Codes that only programs, pages outside the elements and readers of one element meet, by what they begin with or as a whole. */
const FOR_PROGRAMS =
  /^(?:idempotency|auth|account|sign_up|second_factor|passkey|sign_in_request|settings|organization|user|member|invitation|api_key|domain|user_identity|identity_provider|role|ownership|embed_session|hosted_page|setup|stream|link|workspace|company|company_merge|conversion|deal|pipeline|deal_reason|snapshot|snapshot_roll_out|calendar_feed|lead_merge|file|file_upload|file_link)\.|^request\.(?!timeout|too_large)|^internal/;
const met = Object.entries(errors).filter(
  ([code, { status }]) => !FOR_PROGRAMS.test(code) && status !== 401 && !code.endsWith('.not_found'),
);

/** What the list of campaigns says when pausing one is refused with a code, in a language. */
async function saidOf(locale: string): Promise<string[]> {
  let now = met[0]!;
  const refuse = (): never => {
    const [code, { status, message }] = now;
    throw Object.assign(new Error(message), { status, code, details: [] });
  };
  const { root } = await showWidget({
    widget: 'campaign-editor',
    attributes: { 'campaign-id': 'cmp_0' },
    locale,
    prefix: `said${locale}`,
    sample: { answers: { 'campaigns.update': refuse } },
  });
  await until(() => root.querySelector('input.title'));
  const title = root.querySelector<HTMLInputElement>('input.title')!;
  title.value = 'Another name';
  title.dispatchEvent(new InputEvent('input'));
  const said: string[] = [];
  for (const one of met) {
    now = one;
    const banner = (): string => root.querySelector('.refusal')?.textContent?.trim() ?? '';
    findDeep(root, '.bar .save').click();
    await until(() => banner() !== '');
    said.push(banner());
    (root.host as HTMLElement & { failure: unknown }).failure = null;
    await until(() => banner() === '');
  }
  return said;
}

describe('what the platform refuses', () => {
  it('is said in the language of the page, whatever its code', async () => {
    expect(met.length).to.be.greaterThan(20);
    const english = await saidOf('en');
    const translated: string[][] = [];
    for (const locale of targetLocales) translated.push(await saidOf(locale));
    met.forEach(([code, { message }], at) => {
      const texts = translated.map((said) => said[at]);
      // No language speaks with the words of another.
      expect(new Set([message, english[at], ...texts]).size, code).to.equal(
        texts.length + new Set([message, english[at]]).size,
      );
      expect(english[at], code).to.match(/^[\p{Lu}“].*\.$/u);
      expect(english[at], code).not.to.contain(code);
    });
  });

  it('names the merge field that does not exist at the step it is in', async () => {
    const details = [
      { path: 'steps.0.subject', message: 'x', reason: 'template.unknown_field', name: 'frist_name' },
      { path: 'steps.1.body', message: 'x', reason: 'template.syntax' },
    ];
    const { root } = await showWidget({
      widget: 'campaign-editor',
      attributes: { 'campaign-id': 'cmp_0' },
      locale: 'fr',
      sample: {
        answers: {
          'campaigns.update': () => {
            throw Object.assign(new Error('x'), { status: 422, code: 'template.unknown_field', details });
          },
        },
      },
    });
    await openTab(root, 'Séquence');
    const title = root.querySelector<HTMLInputElement>('input.title')!;
    title.value = 'Another name';
    title.dispatchEvent(new InputEvent('input'));
    findDeep(root, '.bar .save').click();
    await until(() => words(root).includes('« frist_name »'));
  });
});
