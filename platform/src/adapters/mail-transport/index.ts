export { createSmtpTransport, type SmtpOptions } from './smtp-transport.ts';
