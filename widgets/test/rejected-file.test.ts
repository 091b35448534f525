import { expect } from '@open-wc/testing';
import { rejectedColumns, rowFaults } from '@tabard/contract';
import { targetLocales } from '../src/core/locale-codes.ts';
import { rejectedFile } from '../src/crm/lead-import/rejected-file.ts';
import { onPage, showWidget } from './stage-shown.ts';
import { until } from './until.ts';

const head = rejectedColumns.join(',');
const own = String.raw`"a, ""quoted"" cell","two` + '\r\n' + String.raw`lines, '=1+1",é`;

describe('the file of rejected rows', () => {
  onPage();

  it('says why in words of the page, and leaves the cells of a row as they are', () => {
    const csv = [
      `\ufeff${head},Email,Note,Name`,
      `2,"Platform, in words",too_wide,,3,${own}`,
      '7,Platform,too_long,first_name,120,a@x.example,,Ann',
      '9,Platform,of_tomorrow,email,,b@x.example,,Bo',
      '',
    ].join('\r\n');
    expect(rejectedFile(csv)).to.equal(
      [
        '\ufeffLine,Reason,Email,Note,Name',
        `2,"The row has more columns than the header, which has 3.",${own}`,
        '7,First name: at most 120 characters are taken.,a@x.example,,Ann',
        '9,Platform,b@x.example,,Bo',
        '',
      ].join('\r\n'),
    );
  });

  it('leaves a file without codes alone', () => {
    const csv = '\ufeffline,reason,Email\r\n2,The email is missing.,\r\n';
    expect(rejectedFile(csv)).to.equal(csv);
  });

  for (const locale of targetLocales)
    it(`has no foreign word in ${locale}`, async () => {
      const rows = rowFaults.map((code, at) => `${at},Platform,${code},time_zone,5,x`);
      const csv = `${head},Email\r\n${rows.join('\r\n')}\r\n`;
      const english = rejectedFile(csv).split('\r\n');
      await showWidget({ widget: 'lead-table', locale });
      await until(() => !rejectedFile(csv).startsWith(english[0]!));
      const told = rejectedFile(csv).split('\r\n');
      expect(told).to.have.length(rowFaults.length + 2);
      told.slice(0, -1).forEach((line, at) => {
        expect(line).not.to.equal(english[at]);
        expect(line).not.to.contain('Platform');
      });
    });
});
