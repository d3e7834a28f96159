"""Names the packages of an installed Paraph; everything else stands in pyproject.toml.

The folders at the root become one package when installed, so that site-packages gets no bare `gui` or `model`
(docs/decisions/0001). Setuptools cannot find packages under another name by itself, so they are found here.
"""

from setuptools import find_namespace_packages, find_packages, setup
from setuptools.command.build_py import build_py

found = {
    *find_packages(include=["gui", "gui.*", "model", "model.*", "storage", "storage.*"]),
    # folders that hold data only are packages too
    *find_namespace_packages(include=["resources", "resources.*"], exclude=["*.__pycache__"]),
    "docs.guide",  # which the window shows
}


class BuildPy(build_py):
    """Takes main.py from the root, and leaves this file there."""

    def find_package_modules(self, package: str, package_dir: str) -> list[tuple[str, str, str]]:
        return [found for found in super().find_package_modules(package, package_dir) if found[1] != "setup"]


setup(
    package_dir={"paraph": "."},
    packages=["paraph", *(f"paraph.{name}" for name in sorted(found))],
    cmdclass={"build_py": BuildPy},
)
