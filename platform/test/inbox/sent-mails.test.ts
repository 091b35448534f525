import { compileMessage } from '@tabard/email';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailLinks } from '#features/outreach/tracking';
import { startTestPlatform, type TestPlatform } from '../fixture/index.ts';
import { ours, person, stage } from '../fixture/received-mail.ts';
import { footerWriter } from '../../src/features/outreach/delivery/write-footer.ts';
import { writePack } from '../../src/features/outreach/delivery/mail-pack.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const offer = 'https://offer.example/?a=1&b=2';

/** A workspace in which a lead got a mail with everything that tracks. */
async function sent() {
  const staged = await stage(platform);
  const { workspaceId, deliveryId, messageId, scope } = staged;
  const links = mailLinks(platform.app);
  const unsubscribeUrl = links.unsubscribe(workspaceId, deliveryId);
  const raw = compileMessage({
    subject: 'Offer',
    html: `<html><body><p>Hi <b>{{ first_name }}</b>, see <a href="${offer}">the offer</a>.</p><img src="https://pictures.example/ship.png" alt="Ship"></body></html>`,
    fields: ['first_name'],
  }).render({
    values: { first_name: 'Ana' },
    headers: {
      from: { name: 'Noor', address: ours },
      to: { name: 'Ana Ruiz', address: 'ana@client.example' },
      messageId,
      date: new Date('2026-03-02T09:00:00Z'),
    },
    links: {
      click: (url) => links.click(workspaceId, deliveryId, url),
      openPixel: links.open(workspaceId, deliveryId),
      unsubscribeUrl,
      ...footerWriter({
        locale: 'en',
        signature: 'Noor\nAgency',
        senderName: 'Agency & Sons',
        postalAddress: '1 Quay',
      })(unsubscribeUrl),
    },
  });
  await scope.write(async ({ sql }) => {
    const [place] = await writePack(sql, workspaceId, [raw]);
    await sql('update delivery set pack_id = $2, pack_start = $3, pack_size = $4 where id = $1', [
      deliveryId,
      place!.pack_id,
      place!.pack_start,
      place!.pack_size,
    ]);
  });
  const click = links.click(workspaceId, deliveryId, offer);
  const tracked = [click, links.open(workspaceId, deliveryId), unsubscribeUrl];
  const messages = async () => {
    const { items } = await staged.caller.conversations.list({});
    return (await staged.caller.conversations.get({ id: items[0]!.id })).messages;
  };
  return { ...staged, click, tracked, messages };
}

describe('a mail that was sent', () => {
  it('is shown in its thread as its recipient saw it, its footer apart, without anything that counts who looks', async () => {
    const { ingest, messageId, messages, tracked } = await sent();
    await ingest(person('Re: Offer', 'Gladly.', `In-Reply-To: <${messageId}>`));
    const [mail] = await messages();
    expect(mail).toMatchObject({ direction: 'out', blockedImages: 1 });
    expect(mail!.html).toContain('<p>Hi <b>Ana</b>, see <a href="https://offer.example/?a=1&amp;b=2"');
    expect(mail!.html).toContain('<img src="https://pictures.example/ship.png" alt="Ship">');
    expect(mail!.html).toContain('Noor<br>Agency');
    expect(mail!.html).not.toContain('Agency &amp; Sons');
    expect(mail!.footer).toContain('Agency &amp; Sons, 1 Quay<br>');
    expect(mail!.footer).toMatch(/<a [^>]*>Unsubscribe<\/a>/);
    expect(mail!.footer).not.toContain('href');
    for (const address of tracked) expect(JSON.stringify(mail)).not.toContain(address);
    expect(mail!.text).toContain(offer);
  });

  it('counts nothing where an answer quotes it, as text or as HTML', async () => {
    const { ingest, messageId, messages, click, tracked } = await sent();
    const quoted = `Yes.\r\n\r\nOn Mon, 2 Mar 2026, Noor <${ours}> wrote:\r\n> see ${click}`;
    await ingest(person('Re: Offer', quoted, `In-Reply-To: <${messageId}>`));
    const asHtml = person('Re: Offer', `<p>And <a href="${click}">this</a>?</p>`, `In-Reply-To: <${messageId}>`);
    await ingest(
      asHtml.map((line) => line.replace('text/plain', 'text/html')),
      2,
    );
    const [, text, html] = await messages();
    expect(text!.quoted).toContain(offer);
    expect(html!.html).toContain('href="https://offer.example/?a=1&amp;b=2"');
    for (const address of tracked) expect(JSON.stringify([text, html])).not.toContain(address);
  });
});
