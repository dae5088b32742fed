"""The reader's own index of the public record: words and facets, read from `pub` and kept by the number of the last act."""
