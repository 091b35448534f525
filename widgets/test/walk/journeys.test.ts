import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Staged } from '../stage.ts';
import { openStories, type Stories } from './open-stories.ts';
import { openScreenReader, type ScreenReader } from './read-screen.ts';

/** Put into the page by the stage: the element and the workspace behind it. */
declare const staged: Staged;

let stories: Stories;
beforeAll(async () => {
  stories = await openStories(inject('stories'));
});
afterAll(() => stories.close());

async function begin(of: string, state: string): Promise<{ reader: ScreenReader; page: Page }> {
  const { page, show } = await stories.open({ viewport: { width: 1200, height: 800 } });
  await show({ of, state }, { theme: 'light', brandColor: '#2b5fd9', locale: 'en' });
  return { reader: await openScreenReader(page), page };
}
const callsOf = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate((wanted) => staged.sample.calls.filter((call) => call.name === wanted).map(({ input }) => input), name);

describe('with a keyboard and a screen reader', () => {
  it('a file of leads is imported: chosen, its columns named, followed to its report, and the place is given back', async () => {
    const { reader, page } = await begin('lead-table', 'filled');
    // Listened to from the start: the browser must know before the key is pressed that nobody wants its own window.
    page.on('filechooser', (chooser) => {
      void chooser.setFiles({ name: 'brokers.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b') });
    });
    await reader.tabTo(/^button "Import"/);
    expect(await reader.press('Enter')).toMatch(/in dialog "Import leads"$/);
    expect(await reader.tabTo(/Drop a CSV file or an Excel workbook here/)).toContain(
      'One column must hold the email address.',
    );
    await reader.press('Enter');
    await expect.poll(() => callsOf(page, 'leadImports.inspect')).toHaveLength(1);
    expect(await reader.tabTo(/"Column E-Mail"/)).toMatch(/^combobox "Column E-Mail" = Email/);
    expect(await reader.tabTo(/"Column Flotte"/)).toContain('Leave out');
    expect(await reader.tabTo(/"Tag for all of them"/)).toContain('Finds them again later.');
    await reader.tabTo(/^button "Start import"/);
    await reader.press('Enter');
    const said: string[] = [];
    let events = 0;
    // Events of one kind are answered together, so how many it takes is not said.
    const progress = async (): Promise<string> => {
      const data = { leadImportId: 'imp_0', state: 'running', progress: 0.5, read: 1 } as const;
      const event = { id: `e${++events}`, type: 'lead_import.progressed', at: '', data } as const;
      await page.evaluate((one) => staged.sample.emit(one), event);
      said.push(...(await reader.heard()));
      return said.join(' ');
    };
    await expect.poll(progress, { timeout: 15_000, interval: 500 }).toContain('The import is complete.');
    expect((await reader.readAll()).join('\n')).toContain('This is not an email address.');
    expect(await callsOf(page, 'leadImports.start')).toHaveLength(1);
    expect(await reader.press('Escape')).toMatch(/^button "Import"/);
  });

  it('a campaign is written and launched, and the launch can be taken back until the last question', async () => {
    const { reader, page } = await begin('campaign-editor', 'fresh');
    await reader.tabTo(/^textbox "Name of the campaign"/);
    await reader.tabTo(/^textbox "Subject"/);
    await reader.type('A question');
    await reader.tabTo(/^textbox "Text"/);
    await reader.type('Hi');
    await reader.tabTo(/^combobox "Who"/);
    expect(await reader.press('ArrowDown')).toContain('Leads that match');
    await reader.tabTo(/^checkbox "mara@harbor.example"/);
    expect(await reader.press('Space')).toContain('checked');
    await reader.tabTo(/^button "Launch campaign"/, 'Shift+Tab');
    expect(await reader.press('Enter')).toMatch(/in dialog "Launch this campaign"$/);
    expect(await reader.press('Escape')).toMatch(/^button "Launch campaign"/);
    expect(await callsOf(page, 'campaigns.launch')).toHaveLength(0);
    await reader.press('Enter');
    await reader.tabTo(/^button "Launch campaign".*in dialog/);
    await reader.press('Enter');
    await expect.poll(() => callsOf(page, 'campaigns.launch')).toHaveLength(1);
    expect((await reader.heard()).join(' ')).toContain('The campaign is running.');
  });

  it('the inbox is read, answered and cleared, and the focus is never lost', async () => {
    const { reader, page } = await begin('inbox', 'filled');
    expect(await reader.tabTo(/Lena Brandt/)).toContain('unread');
    expect(await reader.press('j')).toContain('Tomás de Vries');
    expect(await reader.press('r')).toMatch(/^textbox "Your answer"/);
    await reader.type('Thursday it is.');
    await reader.tabTo(/^button "Send"/);
    expect(await reader.press('Enter')).toMatch(/^textbox "Your answer"/);
    expect((await reader.heard()).join(' ')).toContain('Thursday it is.');
    expect(await callsOf(page, 'conversations.reply')).toHaveLength(1);
    await reader.tabTo(/Tomás de Vries/, 'Shift+Tab');
    expect(await reader.press('e')).toContain('Priya Lindqvist');
    expect((await reader.heard()).join(' ')).toContain('Conversation archived');
    expect(await callsOf(page, 'conversations.archive')).toEqual([{ id: 'cnv_1' }]);
  });

  it('a card of the board is moved, each step said, and the card keeps the focus', async () => {
    const { reader } = await begin('lead-board', 'filled');
    expect(await reader.tabTo(/^button "Lena Brandt"/)).toContain('Space picks it up');
    await reader.press('Space');
    expect((await reader.heard()).at(-1)).toMatch(/^Lena Brandt is picked up from New\./);
    await reader.press('ArrowRight');
    expect((await reader.heard()).at(-1)).toMatch(/^In contact, column 2 of \d|^In contact: not possible\./);
    expect(await reader.press('Escape')).toMatch(/^button "Lena Brandt"/);
    expect((await reader.heard()).at(-1)).toBe('Cancelled. Lena Brandt stays in New.');
    expect(await reader.press('Tab')).toMatch(/^button "Move Lena Brandt"/);
  });
});
