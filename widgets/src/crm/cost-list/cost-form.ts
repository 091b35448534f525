import { msg } from '@lit/localize';
import type { Cost } from '@tabard/contract/crm/cost';
import { html } from '../../base/html.ts';
import { RecordForm } from '../../core/record-form.ts';

type Values = Pick<Cost, 'name'>;

/**
 * One cost in a drawer: read it, change it, or make a new one.
 */
export class CostForm extends RecordForm<Cost, Values> {
  static override tag = 'cost-form';
  protected override readonly permission = 'cost.write';
  protected override readonly area = 'costs';

  protected override heading(): string {
    return this.record?.name ?? msg('New cost');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add cost');
  }

  protected override store({ name = '' }: Partial<Values>): Promise<Cost> {
    const { costs } = this.session.client;
    return this.record ? costs.update({ id: this.record.id, name }) : costs.create({ name });
  }

  protected override content(): unknown {
    return html`<form novalidate @submit=${this.save}>
      ${this.text('name', { label: msg('Name'), required: true, max: 200 })}
    </form>`;
  }
}
