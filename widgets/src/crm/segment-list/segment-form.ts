import { msg } from '@lit/localize';
import type { Segment } from '@tabard/contract/crm/segment';
import { html } from '../../base/html.ts';
import { RecordForm } from '../../core/record-form.ts';

type Values = Pick<Segment, 'name'>;

/**
 * One segment in a drawer: read it, change it, or make a new one.
 */
export class SegmentForm extends RecordForm<Segment, Values> {
  static override tag = 'segment-form';
  protected override readonly permission = 'segment.write';
  protected override readonly area = 'segments';

  protected override heading(): string {
    return this.record?.name ?? msg('New segment');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add segment');
  }

  protected override store({ name = '' }: Partial<Values>): Promise<Segment> {
    const { segments } = this.session.client;
    return this.record ? segments.update({ id: this.record.id, name }) : segments.create({ name });
  }

  protected override content(): unknown {
    return html`<form novalidate @submit=${this.save}>
      ${this.text('name', { label: msg('Name'), required: true, max: 200 })}
    </form>`;
  }
}
