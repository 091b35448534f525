import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type RefAttributes,
} from 'react';
import type {
  ElementEvents,
  ElementName,
  ElementProperties,
  MarkupProps,
  OutreachElement,
  Pascal,
} from './element-props.ts';
import { elementTable } from './elements.ts';
import { load, type Instance, type LoadOptions } from './load.ts';

type Handlers<N extends ElementName> = {
  [E in keyof ElementEvents<N> & string as `on${Pascal<E>}`]?: (event: CustomEvent<ElementEvents<N>[E]>) => void;
};
type Own<N extends ElementName> = Partial<ElementProperties<N>> & Handlers<N>;

/** What a component takes: the element's properties, its events as `onSelectLead`, and what every HTML element takes. */
export type ComponentProps<N extends ElementName> = Own<N> & Omit<HTMLAttributes<HTMLElement>, keyof Own<N>>;

export type Components<P extends string> = {
  [N in ElementName as Pascal<N>]: ForwardRefExoticComponent<
    ComponentProps<N> & RefAttributes<OutreachElement<N, P> & ElementProperties<N>>
  >;
};

/**
 * Types of the bare tags, for React 19, which sets properties and hears events of custom elements itself.
 * @example declare module 'react' { namespace JSX { interface IntrinsicElements extends ReactElements<'acme'> {} } }
 */
export type ReactElements<P extends string> = {
  [N in ElementName as `${P}-${N}`]: MarkupProps<N, P> &
    Omit<HTMLAttributes<HTMLElement>, keyof MarkupProps<N, P>> &
    RefAttributes<OutreachElement<N, P> & ElementProperties<N>>;
};

/**
 * A component for each element, for React 18 and later. They render on a server too.
 * @example export const { Inbox, LeadTable } = outreachComponents('acme');
 */
export function outreachComponents<const P extends string>(prefix: P): Components<P> {
  const components = Object.keys(elementTable).map((name) => [pascal(name), component(prefix, name as ElementName)]);
  return Object.fromEntries(components) as Components<P>; // one for each name of the table, typed by the same contract
}

/** Loads the elements from the platform once the page is there, and ends the session with the component. Null until then. */
export function useOutreach(options: LoadOptions): Instance | null {
  const [instance, setInstance] = useState<Instance | null>(null);
  const given = useRef(options);
  useEffect(() => {
    given.current = options;
  });
  useEffect(() => {
    // In strict mode everything is done twice, and two sessions of one prefix are an error.
    const unwanted = new AbortController();
    let opened: Instance | undefined;
    // What is asked or told later is what the latest rendering said.
    const told: LoadOptions = {
      ...given.current,
      fetchClientSecret: () => given.current.fetchClientSecret(),
      onError: (failure) => given.current.onError?.(failure),
      onNavigate: (...where) => given.current.onNavigate?.(...where),
      onTelemetry: (measure) => given.current.onTelemetry?.(measure),
    };
    load(told, unwanted.signal).then(
      (loaded) => {
        if (unwanted.signal.aborted) return loaded.destroy();
        opened = loaded;
        setInstance(loaded);
      },
      (error: unknown) => unwanted.signal.aborted || console.error(error),
    );
    return () => {
      unwanted.abort();
      opened?.destroy();
      setInstance(null);
    };
  }, [options.baseUrl, options.prefix]);
  const { appearance, locale, timeZone, messages, links } = options;
  const changes = { appearance, locale, timeZone, messages, links };
  // Callers write options in place: what they say counts, not which object says it.
  const said = JSON.stringify(changes);
  useEffect(() => instance?.update(changes), [instance, said]);
  return instance;
}

const pascal = (name: string): string => name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
/** A server has no layout, and React 18 would say so. */
const useEarlyEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

function component(prefix: string, name: ElementName): unknown {
  const { fields, properties, events }: ElementRow = elementTable[name];
  const handlers = new Map(events.map((event) => [`on${pascal(event)}`, `${prefix}-${event}`]));
  const render = forwardRef<HTMLElement, Record<string, unknown>>((props, outer) => {
    const own = useRef<HTMLElement>(null);
    const latest = useRef(props);
    // An element is there whenever React asks for it.
    useImperativeHandle(outer, () => own.current!, []);
    useEarlyEffect(() => {
      latest.current = props;
      for (const property of properties)
        if (property in props) Object.assign(own.current!, { [property]: props[property] });
    });
    useEarlyEffect(() => {
      const element = own.current!;
      const listeners = [...handlers].map(([handler, event]) => {
        const listener = (raised: Event): void =>
          (latest.current[handler] as ((event: Event) => void) | undefined)?.(raised);
        element.addEventListener(event, listener);
        return () => element.removeEventListener(event, listener);
      });
      return () => listeners.forEach((stop) => stop());
    }, []);
    const attributes = Object.entries(props).flatMap(([key, value]) => {
      if (handlers.has(key) || properties.includes(key)) return [];
      // React 18 writes `className` of a custom element as it stands; `class` is understood by all.
      if (key === 'className') return [['class', value]];
      const attribute = fields[key];
      if (!attribute) return [[key, value]];
      if (value === false || value === null || value === undefined) return [];
      return [[attribute, value === true ? '' : typeof value === 'object' ? JSON.stringify(value) : value]];
    });
    return createElement(`${prefix}-${name}`, { ...Object.fromEntries(attributes), ref: own });
  });
  render.displayName = pascal(name);
  return render;
}

interface ElementRow {
  /** Attribute by property. */
  fields: Readonly<Record<string, string>>;
  /** Properties no attribute sets. */
  properties: readonly string[];
  events: readonly string[];
}
