import type { ElementContract } from './element-contract.ts';

/** Directives for one prefix, because Angular reads selectors at build time: typed inputs, and outputs for the events. */
export function toAngular(elements: readonly ElementContract[], prefix: string): string {
  return [
    `// Written for the prefix "${prefix}". Write it again after each update of the package.`,
    `import { Directive, EventEmitter, HostBinding, HostListener, Input, Output } from '@angular/core';`,
    `import type { ElementProperties, OutreachEvent } from '@tabard/widgets/html';`,
    ...elements.map((one) => directiveOf(one, prefix)),
    `/** For the \`imports\` of a component. */\nexport const ${camel(prefix)}Elements = [${elements.map(({ name }) => pascal(`${prefix}-${name}`)).join(', ')}] as const;`,
    '',
  ].join('\n\n');
}

function directiveOf({ name, summary, attributes, events }: ElementContract, prefix: string): string {
  const inputs = attributes.map(({ name: attribute, field, type, description }) => {
    // An attribute that says yes or no is there or not; one that holds an object holds it as JSON.
    const given = type.startsWith('{') ? `JSON.stringify(this.${field})` : `this.${field}`;
    const value = type === 'boolean' ? `this.${field} ? '' : null` : `${given} ?? null`;
    return `  /** ${description} */
  @Input() ${field}?: ElementProperties<'${name}'>['${field}'];
  @HostBinding('attr.${attribute}') protected get ${field}Attribute() {
    return ${value};
  }`;
  });
  const outputs = events.map(
    ({ name: event, description }) => `  /** ${description} */
  @Output() readonly ${camel(event)} = new EventEmitter<OutreachEvent<'${name}', '${event}'>>();
  @HostListener('${prefix}-${event}', ['$event']) protected tell${pascal(event)}(event: OutreachEvent<'${name}', '${event}'>): void {
    this.${camel(event)}.emit(event);
  }`,
  );
  return `/** ${summary} */
@Directive({ selector: '${prefix}-${name}' })
export class ${pascal(`${prefix}-${name}`)} {
${[...inputs, ...outputs].join('\n')}
}`;
}

const pascal = (name: string): string => name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
const camel = (name: string): string => pascal(name).replace(/^./, (letter) => letter.toLowerCase());
