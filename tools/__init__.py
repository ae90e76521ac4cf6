"""What the maintainers of svcflow run: set-up, checks and generated files. Not part of the installed package."""
