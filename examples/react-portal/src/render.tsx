import { renderToString } from 'react-dom/server';
import { Portal } from './portal.tsx';

/** The page at a path, as the browser will find it: tags with their attributes, which wake up when their code arrives. */
export function render(path: string, apiUrl: string): string {
  return renderToString(<Portal path={path} apiUrl={apiUrl} />);
}
