"""Which folders a wheel carries; everything else about the project stands in pyproject.toml."""

from setuptools import find_namespace_packages, find_packages, setup

SHIPPED = ("assets", "data")

setup(
    packages=[
        *find_packages(include=["brochure", "brochure.*"]),
        *(f"brochure.{folder}" for folder in SHIPPED),
        *(f"brochure.{folder}.{inner}" for folder in SHIPPED for inner in find_namespace_packages(folder)),
    ],
    package_dir={f"brochure.{folder}": folder for folder in SHIPPED},
    package_data={"": ["*"]},
)
