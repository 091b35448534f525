import { inject, shallowRef, type HTMLAttributes, type InjectionKey, type Plugin, type ShallowRef } from 'vue';
import type { ElementAttributes, ElementEvents, ElementName, ElementProperties, Pascal } from './element-props.ts';
import { load, type Instance, type LoadOptions } from './load.ts';

/** What a template may write on one element: attributes, properties and `@acme-select-lead`. */
export type VueProps<N extends ElementName, P extends string> = ElementAttributes<N> &
  Partial<ElementProperties<N>> & {
    [E in keyof ElementEvents<N> & string as `on${Pascal<P>}${Pascal<E>}`]?: (
      event: CustomEvent<ElementEvents<N>[E]>,
    ) => void;
  } & HTMLAttributes;

/**
 * Types of every tag under a prefix for templates.
 * @example declare module 'vue' { interface GlobalComponents extends VueElements<'acme'> {} }
 */
export type VueElements<P extends string> = {
  [N in ElementName as Pascal<`${P}-${N}`>]: new () => { $props: VueProps<N, P> };
};

/**
 * For the template compiler: which tags are elements of the page and not components of Vue.
 * @example vue({ template: { compilerOptions: { isCustomElement: isOutreachElement('acme') } } })
 */
export function isOutreachElement(prefix: string): (tag: string) => boolean {
  return (tag) => tag.startsWith(`${prefix}-`);
}

const key: InjectionKey<ShallowRef<Instance | null>> = Symbol('outreach');

/**
 * A plugin that loads the elements from the platform when the app runs on a page; on a server it does nothing.
 * @example createApp(App).use(createOutreach({ baseUrl, prefix: 'acme', fetchClientSecret })).mount('#app')
 */
export function createOutreach(options: LoadOptions): Plugin {
  return {
    install(app) {
      const instance = shallowRef<Instance | null>(null);
      app.provide(key, instance);
      if (typeof document === 'undefined') return;
      const unwanted = new AbortController();
      load(options, unwanted.signal).then(
        (loaded) => (unwanted.signal.aborted ? loaded.destroy() : (instance.value = loaded)),
        (error: unknown) => unwanted.signal.aborted || console.error(error),
      );
      app.onUnmount(() => {
        unwanted.abort();
        instance.value?.destroy();
      });
    },
  };
}

/** The connection of the app, null until the elements are loaded. */
export function useOutreach(): ShallowRef<Instance | null> {
  const instance = inject(key);
  if (!instance) throw new Error('useOutreach() needs the plugin: app.use(createOutreach({ … })).');
  return instance;
}
