"""The demonstration: both sites with sample reports on one machine, started and stopped by one command."""
