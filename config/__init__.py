"""Settings, the root of addresses, and the doors for servers."""
