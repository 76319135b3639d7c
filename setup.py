"""Which folders a wheel carries; everything else about the project stands in pyproject.toml."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["brochure", "brochure.*"]), "brochure.assets", "brochure.data"],
    package_dir={"brochure.assets": "assets", "brochure.data": "data"},
    package_data={"brochure.assets": ["**/*"], "brochure.data": ["**/*"]},
)
