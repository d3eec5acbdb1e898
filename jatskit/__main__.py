"""`python -m jatskit` is `jatskit`."""

from jatskit.cli import main

if __name__ == "__main__":
    main()
