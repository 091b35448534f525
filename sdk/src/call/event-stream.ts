/** Events as they come, across lost connections, until you leave the loop or the signal aborts. */
export interface EventStream<T> extends AsyncIterable<T> {}
