"""Complete sites for the five packs: written from the clauses, served on loopback, audited for real."""
