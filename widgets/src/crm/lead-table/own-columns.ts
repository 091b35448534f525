import type { Lead } from '@tabard/contract';
import type { CustomField } from '@tabard/contract/crm/custom-field';
import type { ReactiveController } from 'lit';
import { defineElement } from '../../base/define-element.ts';
import { toFailure } from '../../base/failure.ts';
import type { QueryHost } from '../../core/query.ts';
import type { Column } from '../../kit/table-layout.ts';
import { customFieldsQuery } from '../custom-field/custom-fields-query.ts';

/** The columns of the workspace's own fields: code of its own, fetched where there are some. The same ones until the fields are others. */
export class OwnColumns implements ReactiveController {
  columns: readonly Column<Lead>[] = [];
  readonly #host: QueryHost & { tagPrefix: string };
  readonly #query: ReturnType<typeof customFieldsQuery>;
  #made: CustomField[] | null = null;

  constructor(host: QueryHost & { tagPrefix: string }) {
    this.#host = host;
    this.#query = customFieldsQuery(host);
    host.addController(this);
  }

  hostUpdated(): void {
    const { value } = this.#query;
    const { session } = this.#host;
    if (!value || value === this.#made || !session) return;
    this.#made = value;
    if (value.length === 0) return;
    void import('../custom-field/custom-columns.ts').then(
      ({ columnParts, customColumns }) => {
        for (const part of columnParts) defineElement(this.#host.tagPrefix, part);
        this.columns = customColumns(value, session.format);
        this.#host.requestUpdate();
      },
      (error: unknown) => session.report(toFailure(error)),
    );
  }
}
