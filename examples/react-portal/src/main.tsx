import { hydrateRoot } from 'react-dom/client';
import { Portal } from './portal.tsx';
import './portal.css';

const root = document.querySelector('#root')!; // the page has it
hydrateRoot(root, <Portal path={location.pathname} apiUrl={document.body.dataset['api'] ?? ''} />);
