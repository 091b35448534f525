interface Modal extends Element {
  open: boolean;
  mayClose(): boolean;
  dismiss(): void;
}

const isOpenModal = (element: Element): element is Modal =>
  'mayClose' in element && 'dismiss' in element && 'open' in element && element.open === true;

/** Everything modal that is open in a tree, through open shadow roots. */
function openModals(root: ParentNode): Modal[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(isOpenModal(element) ? [element] : []),
    ...(element.shadowRoot ? openModals(element.shadowRoot) : []),
  ]);
}

/** Closes what stands over the pages: how many there were; null when something in one speaks against that, such as unsaved changes: then it asks itself. */
export function closeModals(root: ParentNode): number | null {
  const open = openModals(root);
  if (!open.every((modal) => modal.mayClose())) return null;
  for (const modal of open) modal.dismiss();
  return open.length;
}
