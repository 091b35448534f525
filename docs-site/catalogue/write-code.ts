/** What the code of a page is written for. */
export interface Written {
  /** The element's name without prefix. */
  name: string;
  prefix: string;
  attributes: readonly { name: string; field: string; type: string; value: string }[];
  /** An event worth listening to, without prefix. */
  event: string | null;
}

const pascal = (name: string): string => name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
const camel = (name: string): string => pascal(name).replace(/^./, (letter) => letter.toLowerCase());

/** How each framework writes the element as it is set up. */
export const writers: Record<string, (of: Written) => string> = {
  HTML: ({ name, prefix, attributes, event }) =>
    `<${prefix}-${name}${inMarkup(attributes)}></${prefix}-${name}>${
      event
        ? `

<script type="module">
  document.querySelector('${prefix}-${name}').addEventListener('${prefix}-${event}', (event) => {
    console.log(event.detail);
  });
</script>`
        : ''
    }`,
  React: ({ name, prefix, attributes, event }) => `import { outreachComponents } from '@tabard/widgets/react';

const { ${pascal(name)} } = outreachComponents('${prefix}');

export const Page = () => (
  <${pascal(name)}${attributes.map(({ field, type, value }) => (type === 'boolean' ? ` ${field}` : ` ${field}="${value}"`)).join('')}${
    event ? ` on${pascal(event)}={(event) => console.log(event.detail)}` : ''
  } />
);`,
  Vue: ({ name, prefix, attributes, event }) => `<script setup lang="ts">
// main.ts: app.use(createOutreach({ prefix: '${prefix}', … }))
</script>

<template>
  <${prefix}-${name}${inMarkup(attributes)}${event ? ` @${prefix}-${event}="(event) => console.log(event.detail)"` : ''} />
</template>`,
  Angular: ({ name, prefix, attributes, event }) => `// npx outreach-elements --prefix ${prefix} angular
import { Component } from '@angular/core';
import { ${pascal(`${prefix}-${name}`)} } from './${prefix}-elements';

@Component({
  selector: 'app-page',
  imports: [${pascal(`${prefix}-${name}`)}],
  template: \`<${prefix}-${name}${attributes.map(({ field, type, value }) => (type === 'boolean' ? ` [${field}]="true"` : ` ${field}="${value}"`)).join('')}${
    event ? ` (${camel(event)})="listen($event)"` : ''
  } />\`,
})
export class Page {${event ? '\n  listen(event: CustomEvent) {\n    console.log(event.detail);\n  }\n' : ''}}`,
  Svelte: ({ name, prefix, attributes, event }) =>
    `<${prefix}-${name}${inMarkup(attributes)}${event ? ` on${prefix}-${event}={(event) => console.log(event.detail)}` : ''}></${prefix}-${name}>`,
};

const inMarkup = (attributes: Written['attributes']): string =>
  attributes.map(({ name, type, value }) => (type === 'boolean' ? ` ${name}` : ` ${name}="${value}"`)).join('');
