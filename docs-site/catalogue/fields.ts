/** Makes an element with properties and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

let count = 0;

/** A field with its name before it, so that it is read out as nothing but its name. */
function named(label: string, field: HTMLElement, className = 'field'): HTMLElement {
  field.id = `catalogue-${(count += 1)}`;
  return make('div', { className }, make('label', { htmlFor: field.id, textContent: label }), field);
}

/** A named choice. */
export function select(
  label: string,
  options: readonly (readonly [value: string, name: string])[],
  value: string,
  change: (value: string) => void,
): HTMLElement {
  const field = make(
    'select',
    { onchange: () => change(field.value) },
    ...options.map(([given, name]) => make('option', { value: given, textContent: name, selected: given === value })),
  );
  return named(label, field);
}

/** A named line of text. */
export function text(label: string, value: string, change: (value: string) => void, type = 'text'): HTMLElement {
  const field = make('input', { type, value, spellcheck: false, oninput: () => change(field.value) });
  return named(label, field);
}

/** A named yes or no. */
export function check(label: string, change: (value: boolean) => void): HTMLElement {
  const field = make('input', { type: 'checkbox', onchange: () => change(field.checked) });
  return named(label, field, 'field check');
}
