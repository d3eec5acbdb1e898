"""The registration of clinical trials."""
