import { everyDeep } from './stories/find-deep.ts';
import { until } from './until.ts';

/** Opens one of the views that tabs offer, by its name, once it is offered. */
export async function openTab(root: ParentNode, name: string): Promise<void> {
  const tab = (): HTMLElement | undefined =>
    [...everyDeep(root)].find(
      (one): one is HTMLElement => one.matches('[role=tab]') && one.textContent.trim().startsWith(name),
    );
  await until(tab);
  tab()!.click();
  await until(() => tab()?.getAttribute('aria-selected') === 'true');
}
