export { HostNotAllowed, allowedAddresses, isLoopback } from './allowed-addresses.ts';
