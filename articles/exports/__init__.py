"""What leaves in bulk: tables of lists, and the whole public record as a dataset."""
