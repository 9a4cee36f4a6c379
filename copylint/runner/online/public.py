"""Which addresses are on the public network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# Addresses that carry an IPv4 address, which a gateway may pass on to the inside.
_CARRIERS = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))
# Names that nobody can have (RFC 2606, RFC 6761), which copy uses in examples.
_EXAMPLES = ("example", "test", "invalid", "example.com", "example.net", "example.org")


def is_public(address: str) -> bool:
    """Whether a numeric address is neither private, loopback, link-local nor for several hosts."""
    try:
        found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        elif any(found in network for network in _CARRIERS):
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


def is_example(host: str) -> bool:
    """Whether a host is one that examples are written with."""
    name = host.rstrip(".").lower()
    return any(name == each or name.endswith(f".{each}") for each in _EXAMPLES)
