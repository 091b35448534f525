import { msg, str } from '@lit/localize';
import type { Company } from '@tabard/contract/crm/company';
import type { CompanyMergePreview } from '@tabard/contract/crm/company-merge';
import type { MergeableField } from '@tabard/contract/crm/company-words';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import { MergeDialog, type MergePair, type MergeShown } from '../record/merge-dialog.ts';
import { companyLabels, sizeWord, valueWord } from './company-labels.ts';

/** Makes one of two companies part of the other. */
export class CompanyMerge extends MergeDialog<CompanyMergePreview> {
  static override tag = 'company-merge';

  protected override heading(): string {
    return msg('Merge companies');
  }

  protected override preview({ client }: Session, pair: MergePair): Promise<CompanyMergePreview> {
    return client.companies.previewMerge(pair);
  }

  protected override async merge({ client }: Session, pair: MergePair, take: readonly string[]): Promise<string> {
    const { id } = await client.companies.merge({ ...pair, take: take as MergeableField[] }); // fields that were shown
    return id;
  }

  protected override shown({ company, other, differing, leads, children, domains }: CompanyMergePreview): MergeShown {
    const { format } = this.session;
    const words = (of: Company, field: MergeableField): string => {
      const word = valueWord(of, field);
      return field === 'size' ? sizeWord(word, (number) => format.number(number)) : word;
    };
    return {
      stays: company.name,
      other: other.name,
      differing: differing.map((field) => ({
        field,
        label: companyLabels[field](),
        own: words(company, field),
        others: words(other, field),
      })),
      notes: [
        msg(str`Leads that come along: ${format.number(leads)}`),
        msg(str`Subsidiaries that come along: ${format.number(children)}`),
        ...(domains.length > 0 ? [html`${msg('Domains afterwards')}: <bdi>${domains.join(', ')}</bdi>`] : []),
        msg(str`${other.name} goes into the archive. You can undo this for thirty days.`),
      ],
    };
  }
}
