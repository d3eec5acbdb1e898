"""Rules of the group SUBARTICLE."""
