export { createFileScanner } from './clamav-scanner.ts';
