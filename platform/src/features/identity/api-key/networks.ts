import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The list of networks in one form, each once: `203.0.113.7/24` is the network `203.0.113.0/24`, `203.0.113.7` an address. */
export const normalizeNetworks = (networks: readonly string[]): string[] => [...new Set(networks.map(normalize))];

function normalize(text: string): string {
  const [address, bits] = parse(text);
  if (bits === wholeOf(address)) return address.toString();
  const kind = address instanceof ipaddr.IPv4 ? ipaddr.IPv4 : ipaddr.IPv6;
  return `${kind.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`;
}

/** Whether an address lies in one of the networks; an empty list lets everybody in. */
export function isInNetworks(ip: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  if (!ipaddr.isValid(ip)) return false;
  // An address of the older kind may come in the form of the newer one.
  const address = ipaddr.process(ip);
  return networks.some((network) => {
    const [base, bits] = parse(network);
    return address.kind() === base.kind() && address.match(base, bits);
  });
}

/** An address of the older kind is the same in either form. */
function parse(text: string): [Address, number] {
  const [address, bits] = text.includes('/') ? ipaddr.parseCIDR(text) : alone(ipaddr.parse(text));
  if (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= 96)
    return [address.toIPv4Address(), bits - 96];
  return [address, bits];
}

const alone = (address: Address): [Address, number] => [address, wholeOf(address)];
const wholeOf = (address: Address): number => (address instanceof ipaddr.IPv4 ? 32 : 128);
