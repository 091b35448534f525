import type { VueElements } from '@tabard/widgets/vue';

// Templates know every tag under this portal's own prefix, with its attributes and events.
declare module 'vue' {
  interface GlobalComponents extends VueElements<'ember'> {}
}
