export { HostNotAllowed, allowedAddresses, isLoopback, requireProtected } from './allowed-addresses.ts';
export { explainFailure } from './explain-failure.ts';
export { tlsOptions } from './tls-options.ts';
