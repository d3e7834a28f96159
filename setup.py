"""Names the packages of an installed Paraph; everything else stands in pyproject.toml.

The folders at the root become one package when installed, so that site-packages gets no bare `gui` or `model`
(docs/decisions/0001). Setuptools cannot find packages under another name by itself, so they are found here.
"""

from setuptools import find_packages, setup

ROOT_PACKAGES = ("gui", "model", "resources", "storage")

found = find_packages(include=[pattern for name in ROOT_PACKAGES for pattern in (name, f"{name}.*")])
setup(package_dir={"paraph": "."}, packages=["paraph", *(f"paraph.{name}" for name in sorted(found))])
