"""Citations in the styles of China: GB/T 7714 in its four editions, and the house styles that print no type codes."""
