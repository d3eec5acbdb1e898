"""Which part of a printed name is the surname."""

from __future__ import annotations

import pytest

from jatskit.names import split


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        ("Jane B. Doe", "Doe", "Jane B."),
        ("JB Doe", "Doe", "JB"),
        ("RB Sample", "Sample", "RB"),
        ("LI Xiaoming", "LI", "Xiaoming"),
        ("Ming ZHAO", "ZHAO", "Ming"),
        ("Sample JB", "Sample", "JB"),
        ("ROES JB", "ROES", "JB"),
        ("Ana Maria Saraiva LOPES", "LOPES", "Ana Maria Saraiva"),
        ("Igor DO PRADO", "DO PRADO", "Igor"),
        ("Jan VAN DER BEEK", "VAN DER BEEK", "Jan"),
        ("Jan Van Der Beek", "Van Der Beek", "Jan"),
        ("Marco Di Esempio", "Di Esempio", "Marco"),
        ("Sergio Martínez Ejemplo", "Martínez Ejemplo", "Sergio"),
        ("María José Pérez", "Pérez", "María José"),
        ("Doe, Jane", "Doe", "Jane"),
    ],
)
def test_the_surname_of_a_name(name: str, surname: str, given: str) -> None:
    parts = split(name)
    assert parts
    assert parts.given
    assert (name[slice(*parts.surname)], name[slice(*parts.given)]) == (surname, given)
